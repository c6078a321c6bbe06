using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Measures the uncertainty of several targets together, on crystals that no model of any of them saw.</summary>
internal static class JointUncertaintyAnalysis
{
    /// <summary>That of the targets of a representation; null for fewer than two, or without a crystal in common.</summary>
    /// <param name="targets">The targets of one representation.</param>
    /// <param name="level">The share of crystals that a box is to hold.</param>
    public static JointUncertainty? Of(IReadOnlyList<UnseenCrystals> targets, double level)
    {
        if (targets.Count < 2) return null;
        var common = targets.Select(t => t.Crystals.Select(c => c.Material).ToHashSet()).Aggregate((left, right) =>
        {
            left.IntersectWith(right);
            return left;
        });
        if (common.Count < 2) return null;
        UnseenCrystal[][] crystals =
            [.. targets.Select(t => t.Crystals.Where(c => common.Contains(c.Material)).OrderBy(c => c.Material).ToArray())];
        double[][] errors = [.. crystals.Select(of => of.Select(c => c.Mean - c.True).ToArray())];
        var correlations =
            from i in Enumerable.Range(0, targets.Count)
            from j in Enumerable.Range(0, targets.Count)
            select i == j ? 1 : Correlation(errors[i], errors[j]);
        var boxes = Boxes(targets, crystals, level);
        return new(
            targets[0].Representation, [.. targets.Select(t => t.Target)], common.Count, [.. correlations], level,
            boxes?.Box, boxes?.Bonferroni, boxes?.Volume);
    }

    private static double? Correlation(double[] left, double[] right)
    {
        var (x, y) = (MeanRanks.Of(left), MeanRanks.Of(right));
        var rho = MathNet.Numerics.Statistics.Correlation.Pearson(x, y);
        return double.IsFinite(rho) ? rho : null;
    }

    private static (double Box, double Bonferroni, double Volume)? Boxes(
        IReadOnlyList<UnseenCrystals> targets, UnseenCrystal[][] crystals, double level)
    {
        // The halves of the first target's crystals are those of all targets.
        var place = crystals[0].Index().ToDictionary(c => c.Item.Material, c => c.Index);
        var halves = CrossCalibration.Halves(crystals[0]);
        int[][] parts = [[.. halves.First.Select(c => place[c.Material])], [.. halves.Second.Select(c => place[c.Material])]];
        if (parts.Any(p => p.Length == 0)) return null;
        var (inBox, inOther, logarithms) = (0, 0, 0.0);
        var single = 1 - (1 - level) / targets.Count;
        foreach (var (judged, known) in new[] { (parts[0], parts[1]), (parts[1], parts[0]) })
        {
            ConformalCalibration[] each =
                [.. targets.Zip(crystals, (t, of) => new ConformalCalibration([.. known.Select(i => of[i])], t.HasSpread))];
            double[] largest = [.. known.Select(Largest).Order()];
            if (ConformalQuantile.Of(largest, level) is not { } reach) return null;
            double?[] own = [.. each.Select((calibration, t) =>
                ConformalQuantile.Of([.. known.Select(i => calibration.Score(crystals[t][i])).Order()], single))];
            if (own.Any(q => q is null or 0)) return null;
            inBox += judged.Count(i => Largest(i) <= reach);
            inOther += judged.Count(i => Enumerable.Range(0, each.Length).All(t => each[t].Score(crystals[t][i]) <= own[t]));
            logarithms += own.Sum(q => Math.Log(reach / q!.Value)) / 2;

            double Largest(int i) => Enumerable.Range(0, each.Length).Max(t => each[t].Score(crystals[t][i]));
        }

        var volume = Math.Exp(logarithms);
        return double.IsFinite(volume)
            ? ((double)inBox / crystals[0].Length, (double)inOther / crystals[0].Length, volume)
            : null;
    }
}
