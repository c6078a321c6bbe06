namespace Tomography.Analysis;

/// <summary>How far two rankings agree: 1 for the same order, 0 for none in common, -1 for the reverse.</summary>
/// <param name="Rho">Spearman's rank correlation, over ranks within each stratum; -1 to 1.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end of the 95 % interval.</param>
public sealed record RankCorrelation(double Rho, double Low, double High)
{
    // The ends of Fisher's z, where it is infinite: a handful of pairs shows no more.
    private const double Most = 0.995;

    /// <summary>The rank correlation with its interval.</summary>
    /// <remarks>
    /// The interval is Fisher's z with the deviation by leaving out one cluster after the other (jackknife) and Student's t of one less
    /// degree of freedom than clusters: pairs of one cluster need not be independent. It is never narrower than with independent pairs
    /// (Bonett and Wright, Psychometrika 65, 23, 2000), since clusters that agree by luck would show no deviation at all.
    /// </remarks>
    /// <param name="pairs">The pairs.</param>
    /// <returns>Null where one of the two has no order in any stratum, or would have none without one of the clusters.</returns>
    internal static RankCorrelation? Of(IReadOnlyCollection<RankedPair> pairs)
    {
        if (RhoOf(pairs) is not { } rho) return null;
        var clusters = pairs.Select(pair => pair.Cluster).Distinct().ToArray();
        var without = clusters.Select(cluster => RhoOf(pairs.Where(pair => pair.Cluster != cluster))).ToArray();
        if (clusters.Length < 2 || without.Any(each => each is null)) return null;
        double[] z = [.. without.Select(each => Z(each!.Value))];
        double count = clusters.Length;
        var variance = (count - 1) / count * z.Sum(each => (each - z.Average()) * (each - z.Average()));
        var free = pairs.GroupBy(pair => pair.Stratum).Sum(group => Math.Max(0, group.Count() - 3));
        var independent = (1 + rho * rho / 2) / Math.Max(1, free);
        var reach = StudentT.Quantile975(clusters.Length - 1) * Math.Sqrt(Math.Max(variance, independent));
        return new(rho, Math.Tanh(Z(rho) - reach), Math.Tanh(Z(rho) + reach));
    }

    private static double Z(double rho) => Math.Atanh(Math.Clamp(rho, -Most, Most));

    private static double? RhoOf(IEnumerable<RankedPair> pairs)
    {
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        foreach (var stratum in pairs.GroupBy(pair => pair.Stratum))
        {
            var (x, y) = (MeanRanks.Of([.. stratum.Select(pair => pair.X)]), MeanRanks.Of([.. stratum.Select(pair => pair.Y)]));
            var middle = (x.Length - 1) / 2.0;
            for (var place = 0; place < x.Length; place++)
            {
                xx += (x[place] - middle) * (x[place] - middle);
                yy += (y[place] - middle) * (y[place] - middle);
                xy += (x[place] - middle) * (y[place] - middle);
            }
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : null;
    }
}
