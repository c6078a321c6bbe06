using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>The main result in words.</summary>
internal static class HeadlineView
{
    private const int FewestClaims = 5;

    public static object Of(StudyAnalysis analysis) =>
        new
        {
            representations = analysis.Representations.Select(representation => new
            {
                representation = representation.Name,
                verdicts = Verdicts([.. analysis.Verdicts.Where(v => v.Representation == representation)]),
                seeds = NumberText.Count(analysis.Seeds.Length),
                byChance = NumberText.Plain(ByChance(analysis, representation), 1),
                pooled = Summary(
                    analysis.Couplings.Single(summary => summary.Representation == representation && summary.Form == ImportanceForm.Pooled)
                ),
                paired = Summary(
                    analysis.Couplings.Single(summary => summary.Representation == representation && summary.Form == ImportanceForm.Paired)
                ),
            }),
            encoded = Encoded(analysis),
            lattice = analysis.Entanglement.Whole.Regime is { } regime ? Lattice(analysis, regime) : null,
        };

    private static object? Verdicts(EdgeVerdict[] verdicts)
    {
        if (verdicts.Length == 0) return null;
        var strongest = verdicts.Where(v => v.Kind == VerdictKind.Informs).MinBy(v => v.Effect!.Change);
        return new
        {
            edges = NumberText.Count(verdicts.Length),
            informs = NumberText.Count(verdicts.Count(v => v.Kind == VerdictKind.Informs)),
            others = string.Join(", ", Enum.GetValues<VerdictKind>().Where(k => k != VerdictKind.Informs)
                .Select(k => (Kind: k, Count: verdicts.Count(v => v.Kind == k))).Where(k => k.Count > 0)
                .Select(k => $"{NumberText.Count(k.Count)} {k.Kind.Word()}")),
            strongest = strongest is null
                ? null
                : new
                {
                    feature = strongest.Feature.Label(),
                    target = strongest.Target.Value,
                    change = VerdictText.Change(strongest.Effect),
                },
        };
    }

    // The rule of [T] on a feature that adds nothing: all errors of one side are below all of the other by chance.
    private static double ByChance(StudyAnalysis analysis, Representation representation)
    {
        var summary = analysis.Couplings.Single(c => c.Representation == representation && c.Form == ImportanceForm.Pooled);
        var chance = 1.0;
        for (var i = 1; i <= analysis.Seeds.Length; i++) chance *= (double)i / (analysis.Seeds.Length + i);
        return chance * (summary.Couplings - summary.Missing);
    }

    private static object Lattice(StudyAnalysis analysis, RegimeAssessment regime)
    {
        var measures = analysis.Entanglement.Whole.Measures;
        // Of few edges any regime may come by chance.
        var claims = analysis.Verdicts.Count(v => v.IsClaim);
        return new
        {
            hasEnough = analysis.Verdicts.IsEmpty || claims >= FewestClaims,
            claims = NumberText.Count(claims),
            edges = NumberText.Count(analysis.Verdicts.Length),
            regime = regime.Primary.Word(),
            score = NumberText.Fixed(regime.Scores[regime.Primary], 2),
            isClear = regime.IsClear(),
            runnerUp = regime.Scores[regime.RunnerUp] > 0 ? regime.RunnerUp.Word() : null,
            margin = NumberText.Fixed(regime.Margin, 2),
            real = NumberText.Count(measures.RealEdges),
            measured = NumberText.Count(measures.MeasuredEdges),
        };
    }

    private static object Summary(CouplingSummary summary) =>
        new
        {
            significant = NumberText.Count(summary.Significant),
            harmful = NumberText.Count(summary.Harmful),
            couplings = NumberText.Count(summary.Couplings),
            missing = summary.Missing == 0 ? null : NumberText.Count(summary.Missing),
            verb = summary.Significant == 1 ? "is" : "are",
            strongest = summary.Strongest is { } cell
                ? new
                {
                    feature = cell.Features.Label(),
                    target = cell.Target.Value,
                    change = NumberText.Signed(cell.In(summary.Form).Percent!.Value.Change),
                }
                : null,
        };

    // What informs in composition and shows to be nothing once the model sees the structure; null where there is no such feature.
    private static string? Encoded(StudyAnalysis analysis)
    {
        var inStructure = analysis.Verdicts.Where(v => v.Representation == Representation.Structure && v.Kind == VerdictKind.Nothing)
            .Select(v => (v.Feature, v.Target)).ToHashSet();
        var most = analysis.Verdicts
            .Where(v => v.Representation == Representation.Composition && v.Kind == VerdictKind.Informs)
            .Where(v => inStructure.Contains((v.Feature, v.Target)))
            .GroupBy(v => v.Feature).Select(g => (Feature: g.Key, Count: g.Count())).OrderByDescending(g => g.Count).Take(3)
            .Select(g => $"{g.Feature.Label()} (for {NumberText.Count(g.Count)} {(g.Count == 1 ? "target" : "targets")})").ToArray();
        return most.Length == 0 ? null : string.Join(", ", most);
    }
}
