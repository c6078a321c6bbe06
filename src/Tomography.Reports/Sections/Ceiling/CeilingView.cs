using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The ceiling of composition on the page: a sentence per target, and the numbers.</summary>
internal static class CeilingView
{
    public static object Of(StudyAnalysis analysis) => new
    {
        sentences = analysis.Ceilings.Select(ceiling => new
        {
            target = ceiling.Target.Value,
            says = CeilingText.Of(ceiling),
        }).ToArray(),
        numbers = new ReportTable(
            "Errors that any function of the formula could reach, and those of the baselines on test crystals with polymorphs, in the unit "
                + "of the target.",
            [
                new("target"), new("unit"), new("materials", true), new("formulas", true), new("constant", true),
                new("formula at best, at least", true), new("at most", true), new("95 % interval", true),
                .. analysis.Representations.Select(representation => new TableColumn($"{representation.Name}, test error", true)),
            ],
            [.. analysis.Ceilings.Select(ceiling => Row(ceiling, analysis))]).View,
    };

    private static ImmutableArray<string> Row(CompositionCeiling ceiling, StudyAnalysis analysis)
    {
        // One number of decimals per target, so that the errors compare at a glance.
        var decimals = Math.Max(0, NumberText.Decimals(ceiling.LeaveOneOut?.Value ?? 0) - 1);
        return
        [
            ceiling.Target.Value,
            analysis.Property(ceiling.Target).Unit,
            NumberText.Count(ceiling.Materials),
            NumberText.Count(ceiling.Formulas),
            Text(ceiling.ConstantMae),
            Text(ceiling.Least?.Value),
            Text(ceiling.LeaveOneOut?.Value),
            ceiling is { Least: { } least, LeaveOneOut: { } most } ? $"{Text(least.Low)} to {Text(most.High)}" : "\u2013",
            .. ceiling.Baselines.Select(baseline => Text(baseline.Mae?.Mean)),
        ];

        string Text(double? error) => error is { } number ? NumberText.Fixed(number, decimals) : "\u2013";
    }
}
