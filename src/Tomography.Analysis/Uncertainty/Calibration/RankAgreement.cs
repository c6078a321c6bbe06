namespace Tomography.Analysis;

/// <summary>Whether what is said to be less sure is farther off.</summary>
/// <param name="Rho">Spearman's rank correlation with the absolute error, from -1 to 1.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Crystals">Of how many crystals.</param>
public sealed record RankAgreement(double Rho, double Low, double High, int Crystals)
{
    private const int Fewest = 30;

    /// <summary>
    /// The rank correlation, with the interval of Bonett and Wright (Psychometrika 65, 23, 2000); null for fewer than 30 crystals, or where
    /// one of the two has no order.
    /// </summary>
    internal static RankAgreement? Of(IReadOnlyCollection<(double Said, double Error)> pairs)
    {
        if (pairs.Count < Fewest) return null;
        var (x, y) = (MeanRanks.Of([.. pairs.Select(p => p.Said)]), MeanRanks.Of([.. pairs.Select(p => p.Error)]));
        var middle = (x.Length - 1) / 2.0;
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            xx += (x[i] - middle) * (x[i] - middle);
            yy += (y[i] - middle) * (y[i] - middle);
            xy += (x[i] - middle) * (y[i] - middle);
        }

        if (xx == 0 || yy == 0) return null;
        var rho = xy / Math.Sqrt(xx * yy);
        var z = Math.Atanh(Math.Clamp(rho, -0.9999, 0.9999));
        var reach = 1.959964 * Math.Sqrt((1 + rho * rho / 2) / (x.Length - 3));
        return new(rho, Math.Tanh(z - reach), Math.Tanh(z + reach), x.Length);
    }
}
