using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>The trade-off between uncertain edges and lost weight over pruning thresholds, and where it is best.</summary>
/// <param name="Alpha">Weight of the uncertainty.</param>
/// <param name="Beta">Weight of the loss.</param>
/// <param name="Curve">From keeping every edge with a weight to keeping none; empty where no edge has a weight.</param>
/// <param name="Optimum">
/// The point with the lowest cost, of equal ones that with the lowest threshold; null where the curve is empty.
/// </param>
public sealed record TradeOff(double Alpha, double Beta, ImmutableArray<TradeOffPoint> Curve, TradeOffPoint? Optimum)
{
    /// <summary>Takes the curve of a lattice: a point for every distinct weight, and one above the largest.</summary>
    /// <remarks>
    /// Edges without weight are never kept: there is nothing to give up. The last threshold is the largest weight times 1 + 2^-20.
    /// </remarks>
    /// <param name="lattice">The lattice.</param>
    /// <param name="alpha">Weight of the uncertainty; at least 0.</param>
    /// <param name="beta">Weight of the loss; at least 0.</param>
    /// <exception cref="ArgumentException">A weight is negative or not finite.</exception>
    public static TradeOff Of(EntanglementLattice lattice, double alpha = 0.5, double beta = 0.5)
    {
        if (!(double.IsFinite(alpha) && alpha >= 0))
            throw new ArgumentException($"Alpha is {alpha:R}; expected a number of at least 0.", nameof(alpha));
        if (!(double.IsFinite(beta) && beta >= 0))
            throw new ArgumentException($"Beta is {beta:R}; expected a number of at least 0.", nameof(beta));
        var edges = lattice.Edges.Where(edge => edge.Weight > 0).OrderBy(edge => edge.Weight).ToArray();
        if (edges.Length == 0) return new(alpha, beta, [], null);

        var total = edges.Sum(edge => edge.Weight);
        var thresholds = edges.Select(edge => edge.Weight).Distinct().Append(edges[^1].Weight * (1 + 1.0 / (1 << 20)));
        var curve = thresholds.Select(threshold => Point(edges, total, threshold, alpha, beta)).ToImmutableArray();
        return new(alpha, beta, curve, curve.MinBy(point => point.Cost));
    }

    private static TradeOffPoint Point(Edge[] edges, double total, double threshold, double alpha, double beta)
    {
        var kept = edges.Where(edge => edge.Weight >= threshold).ToArray();
        var uncertainty = kept.Length == 0 ? 0 : kept.Average(edge => edge.Uncertainty);
        var loss = kept.Length == edges.Length ? 0 : Math.Clamp(1 - kept.Sum(edge => edge.Weight) / total, 0, 1);
        return new(threshold, kept.Length, uncertainty, loss, alpha * uncertainty + beta * loss);
    }
}
