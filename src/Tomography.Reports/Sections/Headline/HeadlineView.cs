using Tomography.Analysis;
using Tomography.Crystals;

namespace Tomography.Reports;

/// <summary>The main result in words.</summary>
internal static class HeadlineView
{
    public static object Of(StudyAnalysis analysis) =>
        new
        {
            representations = analysis.Representations.Select(representation => new
            {
                representation = representation.Name,
                verdicts = Verdicts([.. analysis.Verdicts.Where(v => v.Representation == representation)]),
                seeds = NumberText.Count(analysis.Seeds.Length),
                regime = Regime(analysis.Entanglement.Representations.Single(lattice => lattice.Lattice.Representation == representation)),
                pooled = Summary(
                    analysis.Couplings.Single(summary => summary.Representation == representation && summary.Form == ImportanceForm.Pooled)
                ),
                paired = Summary(
                    analysis.Couplings.Single(summary => summary.Representation == representation && summary.Form == ImportanceForm.Paired)
                ),
            }),
            encoded = Encoded(analysis),
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

    // Null where no edge was judged.
    private static object? Regime(LatticeAnalysis lattice) => lattice.Regime.Judged == 0 ? null : new
    {
        announced = lattice.Regime.Announced?.Word(),
        tooFew = lattice.Regime.TooFew(),
        shares = lattice.Regime.Shares(2),
    };

    private static object Summary(CouplingSummary summary) =>
        new
        {
            significant = NumberText.Count(summary.Significant),
            harmful = NumberText.Count(summary.Harmful),
            couplings = NumberText.Count(summary.Couplings),
            byChance = NumberText.Plain(summary.ByChance, 1),
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
        var most = (analysis.VerdictSets.FeatureCounts ?? []).Where(each => each.Count > 0).OrderByDescending(each => each.Count).Take(3)
            .Select(each => $"{each.Features.Label()} (for {NumberText.Count(each.Count)} {(each.Count == 1 ? "target" : "targets")})")
            .ToArray();
        return most.Length == 0 ? null : string.Join(", ", most);
    }
}
