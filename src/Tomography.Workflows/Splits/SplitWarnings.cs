using System.Collections.Immutable;
using System.Globalization;
using Tomography.Store;

namespace Tomography.Workflows;

/// <summary>What makes the numbers of a split say less than they seem to.</summary>
internal static class SplitWarnings
{
    /// <summary>Fewer materials in the test part settle nothing: the error of an error is then a tenth of it at least.</summary>
    public const int FewestToTest = 50;

    /// <summary>Copies of one crystal in training and test part, and test parts that are too small or of too few formulas.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plan">Its models and its dataset.</param>
    /// <param name="splits">How it is parted.</param>
    /// <param name="table">Its materials.</param>
    public static IEnumerable<Diagnostic> Of(Experiment experiment, Plan plan, DealtSplits splits, MaterialTable table)
    {
        var dataset = plan.Dataset;
        var key = experiment.Locations.Keys.ContainsKey("split") ? "split" : "dataset";
        var dealt = splits.Planned.Select(p => (p.Seed, Parts: splits.ByHash[p.Hash])).Where(p => !p.Parts.HasEmptyPart).ToArray();
        if (dealt.Length == 0) yield break;
        var (fewest, few) = dealt.Select(d => (d.Seed, Count: d.Parts.Test.Length)).MinBy(d => d.Count);
        if (few < FewestToTest)
            yield return Told(
                DiagnosticSeverity.Warning, DiagnosticCodes.FewToTest,
                $"{few} materials test a model (seed {fewest}): too few to tell what a property adds, which takes {FewestToTest} at "
                    + "least. Use more materials, or a larger part to test.");
        if (FewFormulas.In(plan, [.. dealt.SelectMany(d => d.Parts.Test)], table) is { } said)
            yield return Told(DiagnosticSeverity.Warning, DiagnosticCodes.FewFormulas, said);
        foreach (var (settings, _, hash, _) in splits.Planned.Where(p => p.Settings.HoldOut > 0).DistinctBy(p => p.Settings))
        {
            var (asked, held) = (experiment.Analysis.UncertaintyFor(settings)!, splits.ByHash[hash].HeldOut.Length);
            if (held < asked.Fewest)
                yield return Told(
                    DiagnosticSeverity.Warning, DiagnosticCodes.FewHeldOut,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{held} materials are held out: too few to judge intervals that hold {100 * asked.Level:0.##} %, which takes "
                            + $"{asked.Fewest} at least. Hold out a larger share, use more materials, or ask for a lower 'level'."));
        }

        var (worst, leaked) = Worst(dataset.Copies);
        if (leaked > 0)
            yield return Told(
                DiagnosticSeverity.Warning, DiagnosticCodes.CopiesAcrossSplit,
                $"{Share(worst, leaked)} are the same crystal as one that trains it: the error is smaller than it would be for new "
                    + "crystals. Write 'split: { by: formula }', or keep one of each.");
        var (worstNear, near) = Worst(dataset.NearCopies);
        if (near > leaked)
            yield return Told(
                DiagnosticSeverity.Note, DiagnosticCodes.CopiesAcrossSplit,
                $"{Share(worstNear, near)} are nearly the same crystal as one that trains it, as two relaxations of one are. Write 'split: "
                    + "{ by: formula }' to test on formulas that are new.");

        (int Seed, int Count) Worst(ImmutableArray<ImmutableArray<int>> copies) =>
            dealt.Select(d => (d.Seed, Count: Leaked(copies, d.Parts))).MaxBy(d => d.Count);

        string Share(int seed, int count) =>
            $"{count} of {dealt.First(d => d.Seed == seed).Parts.Test.Length} materials that test a model (seed {seed})";

        Diagnostic Told(DiagnosticSeverity severity, string code, string message) =>
            new(severity, code, experiment.Locations.Of(key), key, message);
    }

    private static int Leaked(ImmutableArray<ImmutableArray<int>> copies, Learning.Split parts)
    {
        if (copies.IsEmpty) return 0;
        var (train, test) = (parts.Train.ToHashSet(), parts.Test.ToHashSet());
        return copies.Where(g => g.Any(train.Contains)).Sum(g => g.Count(test.Contains));
    }
}
