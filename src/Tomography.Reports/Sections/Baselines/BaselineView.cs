using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>The errors of the baselines: targets down, representations across.</summary>
internal static class BaselineView
{
    public static object Of(StudyAnalysis analysis) => new
    {
        representations = analysis.Representations.Select(RepresentationText.Word),
        rows = analysis.Targets.Select(target => Row(analysis, target)),
    };

    private static object Row(StudyAnalysis analysis, Property target)
    {
        var errors = analysis.Baselines.Where(baseline => baseline.Target.Name == target.Name).ToArray();
        // One number of decimals per row, so that representations compare at a glance.
        var decimals = errors.Select(baseline => baseline.TestMae).OfType<ErrorRange>().Select(error => NumberText.Decimals(error.Mean)).DefaultIfEmpty(3).Max();
        return new
        {
            target = target.Name.Value,
            unit = target.Unit,
            errors = analysis.Representations.Select(representation => errors.Single(baseline => baseline.Representation == representation)).Select(baseline => new
            {
                seeds = NumberText.Count(baseline.Seeds),
                isThere = baseline.TestMae is not null,
                mean = Text(baseline.TestMae?.Mean, decimals),
                min = Text(baseline.TestMae?.Min, decimals),
                max = Text(baseline.TestMae?.Max, decimals),
            }),
        };
    }

    private static string Text(double? value, int decimals) => value is { } number ? NumberText.Fixed(number, decimals) : "";
}
