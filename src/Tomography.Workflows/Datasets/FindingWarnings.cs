using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>What is odd about values and crystals of a dataset, as warnings.</summary>
internal static class FindingWarnings
{
    private const int MostShown = 5;

    /// <summary>A warning per kind, with all properties that it concerns.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="experiment">The experiment.</param>
    public static IEnumerable<PreparedWarning> Of(ImmutableArray<ValueFinding> findings, Experiment experiment)
    {
        var rule = experiment.DatasetRules.Outliers;
        var told = findings.Where(f => f.Kind switch
        {
            // A target without variation is an error of its own, and a feature may well be the same for most.
            ValueFindingKind.Constant => !experiment.Targets.Contains(f.Property),
            ValueFindingKind.NearlyConstant => experiment.Targets.Contains(f.Property),
            _ => true,
        });
        return told.GroupBy(f => f.Kind).OrderBy(g => g.Key).Select(g => g.Key switch
        {
            ValueFindingKind.Outlier => Warning(
                DiagnosticCodes.Outliers, "Values lie far from all others.", g, rule switch
                {
                    OutlierRule.Tell => "They are used as they are, and may decide what the study finds: correct them, or write "
                        + "'dataset: { outliers: leave-out }' or 'clip'",
                    OutlierRule.Clip => "They were clipped to the range of the others",
                    _ => "They count as missing",
                }),
            ValueFindingKind.Sentinel => Warning(
                DiagnosticCodes.Sentinels, "Values look like numbers that stand for none.", g,
                rule == OutlierRule.Tell
                    ? "They are used as they are: leave the cells empty, or write 'dataset: { outliers: leave-out }'"
                    : "They count as missing"),
            _ => Warning(
                DiagnosticCodes.HardlyVaries, "Properties hardly vary.", g, "Leave them out, or use materials that differ in them"),
        });
    }

    /// <summary>A warning of copies of one crystal; none where there are none.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="copies">Groups of copies.</param>
    /// <param name="near">Groups of crystals that are nearly the same, copies among them.</param>
    public static IEnumerable<PreparedWarning> OfCopies(
        Dataset dataset, ImmutableArray<ImmutableArray<int>> copies, ImmutableArray<ImmutableArray<int>> near)
    {
        var nearly = near.Sum(g => g.Length) - near.Length - (copies.Sum(g => g.Length) - copies.Length);
        var also = nearly > 0 ? $" {nearly} more are nearly the same as another, as two relaxations of one are." : "";
        if (!copies.IsEmpty)
            yield return new(
                DiagnosticCodes.Copies,
                $"{copies.Sum(g => g.Length)} materials are {(copies.Length == 1 ? "one crystal" : $"{copies.Length} crystals")} under "
                    + "several ids: "
                    + $"{string.Join("; ", copies.Take(MostShown).Select(g => string.Join(" = ", g.Take(3).Select(Shown))))}"
                    + $"{(copies.Length > MostShown ? "; ..." : "")}.{also} Keep one of each, or write 'split: {{ by: formula }}', which "
                    + "keeps them in one part.");

        string Shown(int place) => YamlReading.Shown(dataset.Materials[place].Id, 40);
    }

    private static PreparedWarning Warning(string code, string what, IEnumerable<ValueFinding> findings, string advice)
    {
        var all = findings.ToArray();
        var more = all.Length > MostShown ? $"; and {all.Length - MostShown} more properties" : "";
        return new(code, $"{what} {string.Join("; ", all.Take(MostShown).Select(f => f.Message))}{more}. {advice}.");
    }
}
