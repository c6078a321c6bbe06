using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The main result in words and one picture: what was found and how sure, what was not and why, what would settle it.</summary>
internal static class HeadlineView
{
    public static object Of(StudyAnalysis analysis)
    {
        return new
        {
            isEmpty = analysis.Verdicts.IsEmpty ? FindingText.WhyEmpty(analysis) : null,
            found = analysis.Representations.Select(representation => new
            {
                representation = representation.Name,
                sees = representation.Sees(),
                verdicts = FoundText.Of([.. analysis.Verdicts.Where(v => v.Representation == representation)]),
            }).Where(each => each.verdicts is not null).ToArray(),
            sureness = FindingText.Sureness(analysis),
            encoded = Encoded(analysis),
            open = FindingText.NotFound(analysis).Select(each => new { edges = each.Edges, why = each.Why }).ToArray(),
            settles = FindingText.Settles(analysis.Entanglement.Steering).ToArray(),
            overview = OverviewView.Of(analysis),
            beside = analysis.Representations.Select(representation => new
            {
                representation = representation.Name,
                regime = Regime(analysis.Entanglement.Representations.Single(lattice => lattice.Lattice.Representation == representation)),
                pooled = Summary(analysis, representation, ImportanceForm.Pooled),
                paired = Summary(analysis, representation, ImportanceForm.Paired),
            }).ToArray(),
            seeds = NumberText.Count(analysis.Seeds.Length),
            isOneSeed = analysis.Seeds.Length == 1,
        };
    }

    // Null where no edge was judged.
    private static object? Regime(LatticeAnalysis lattice) => lattice.Regime.Judged == 0 ? null : new
    {
        announced = lattice.Regime.Announced?.Word(),
        tooFew = lattice.Regime.TooFew(),
        shares = lattice.Regime.Shares(2),
    };

    private static object Summary(StudyAnalysis analysis, Crystals.Representation representation, ImportanceForm form)
    {
        var summary = analysis.Couplings.Single(each => each.Representation == representation && each.Form == form);
        return new
        {
            significant = NumberText.Count(summary.Significant),
            harmful = NumberText.Count(summary.Harmful),
            couplings = NumberText.Count(summary.Couplings),
            byChance = NumberText.Plain(summary.ByChance, 1),
            missing = summary.Missing == 0 ? null : NumberText.Count(summary.Missing),
        };
    }

    // What informs in composition and shows to be nothing once the model sees the structure; null where there is no such feature.
    private static string? Encoded(StudyAnalysis analysis)
    {
        var most = (analysis.VerdictSets.FeatureCounts ?? []).Where(each => each.Count > 0).OrderByDescending(each => each.Count).Take(3)
            .Select(each => $"{each.Features.Label()} (for {NumberText.Count(each.Count)} {(each.Count == 1 ? "target" : "targets")})")
            .ToArray();
        return most.Length == 0 ? null : string.Join(", ", most);
    }
}
