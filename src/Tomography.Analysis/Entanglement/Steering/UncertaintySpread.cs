using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Uncertainty spread along real edges with damping: x_t = (1 - d) u_t + d sum over f of w_ft x_f / sum over f of w_ft, for all properties
/// at once.
/// </summary>
/// <remarks>
/// A property that no real edge reaches keeps its own, x = u. With d below 1 each round shrinks differences by d at least, so that the
/// rounds converge to the one solution, which lies between the smallest and the largest u.</remarks>
internal static class UncertaintySpread
{
    /// <summary>How much of an uncertainty comes from the sources, where nothing else is stated.</summary>
    public const double DefaultDamping = 0.5;

    // Nearer to 1 the rounds converge too slowly to be of use.
    private const double Most = 0.99;

    /// <summary>Spreads uncertainties.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="own">Own uncertainty u per property, 0..1; a property that is absent has 0: it is measured, not predicted.</param>
    /// <param name="damping">d, from 0 (nothing spreads) to 0.99.</param>
    /// <exception cref="ArgumentException">d or an uncertainty is out of its range.</exception>
    public static ImmutableArray<SpreadUncertainty> Of(
        EntanglementLattice lattice,
        IReadOnlyDictionary<PropertyName, double> own,
        double damping = DefaultDamping)
    {
        if (!(damping >= 0 && damping <= Most))
            throw new ArgumentException($"The damping is {damping:R}; expected 0 to {Most}.", nameof(damping));
        foreach (var (property, value) in own)
            if (!(value >= 0 && value <= 1))
                throw new ArgumentException($"The uncertainty of {property} is {value:R}; expected 0 to 1.", nameof(own));

        var given = lattice.Nodes.ToDictionary(node => node, node => own.GetValueOrDefault(node));
        var incoming = lattice.RealEdges.Where(edge => edge.Weight > 0).ToLookup(edge => edge.Target);
        var spread = given;
        double change;
        do
        {
            var last = spread;
            spread = last.ToDictionary(pair => pair.Key, pair => Next(incoming[pair.Key].ToArray(), given[pair.Key], last, damping));
            change = spread.Count == 0 ? 0 : spread.Max(pair => Math.Abs(pair.Value - last[pair.Key]));
        }
        while (change > 1e-12);

        return [.. lattice.Nodes.Select(node => new SpreadUncertainty(node, given[node], spread[node]))];
    }

    private static double Next(Edge[] incoming, double own, Dictionary<PropertyName, double> last, double damping) =>
        incoming.Length == 0
            ? own
            : (1 - damping) * own + damping * incoming.Sum(edge => edge.Weight * last[edge.Feature]) / incoming.Sum(edge => edge.Weight);
}
