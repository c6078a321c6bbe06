using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The whole lattice: the union of the lattices of several representations.</summary>
/// <remarks>
/// Weight, change, lower and upper of an edge are the means over the representations that measured it. Its state: significant where some
/// representation says so, none says harmful, and the mean change is a reduction; harmful where some says so, none says significant, and
/// the mean change is an increase; inconclusive where they or the mean contradict each other; else spurious where some says so; else
/// inconclusive.</remarks>
internal static class LatticeUnion
{
    /// <summary>
    /// Unites lattices of one study; the order of nodes is that of the first. One lattice is its own union, but for the representation; of
    /// none the union is empty.
    /// </summary>
    public static EntanglementLattice Of(IReadOnlyList<EntanglementLattice> lattices)
    {
        ImmutableArray<PropertyName> nodes = [.. lattices.SelectMany(lattice => lattice.Nodes).Distinct()];
        ImmutableArray<PropertyName> targets = [.. lattices.SelectMany(lattice => lattice.Targets).Distinct()];
        var measured = lattices.SelectMany(lattice => lattice.Edges).ToLookup(edge => new PropertyPair(edge.Feature, edge.Target));
        var asked = (from feature in nodes from target in targets select new PropertyPair(feature, target)).ToArray();
        var unmeasured = lattices.SelectMany(lattice => lattice.Unmeasured).ToHashSet();
        return new(
            null,
            nodes,
            targets,
            [.. asked.Where(measured.Contains).Select(pair => EdgeOf(pair, [.. measured[pair]]))],
            [.. asked.Where(pair => unmeasured.Contains(pair) && !measured.Contains(pair))],
            [.. targets.Select(target => Level(target, lattices))]);
    }

    private static Edge EdgeOf(PropertyPair pair, Edge[] edges)
    {
        var seeds = edges
            .SelectMany(edge => edge.Seeds)
            .GroupBy(seed => seed.Seed, (seed, changes) => new SeedChange(seed, changes.Average(change => change.Change)));
        return new(
            pair.Feature,
            pair.Target,
            edges.Average(edge => edge.Weight),
            edges.Average(edge => edge.Change),
            edges.Average(edge => edge.Lower),
            edges.Average(edge => edge.Upper),
            StateOf(edges),
            [.. seeds]);
    }

    private static EdgeState StateOf(Edge[] edges)
    {
        var significant = edges.Any(edge => edge.State == EdgeState.Significant);
        var harmful = edges.Any(edge => edge.State == EdgeState.Harmful);
        if (significant != harmful)
        {
            var change = edges.Average(edge => edge.Change);
            return significant && change < 0 ? EdgeState.Significant : harmful && change > 0 ? EdgeState.Harmful : EdgeState.Inconclusive;
        }

        return !significant && edges.Any(edge => edge.State == EdgeState.Spurious) ? EdgeState.Spurious : EdgeState.Inconclusive;
    }

    private static ControlLevel Level(PropertyName target, IReadOnlyList<EntanglementLattice> lattices)
    {
        var levels = lattices
            .SelectMany(lattice => lattice.Controls)
            .Where(level => level.Target == target && level.Reduction is not null)
            .ToArray();
        if (levels.Length == 0)
            return new(target, null, null);
        var worst = levels.MaxBy(level => level.Increase)!;
        return levels.MaxBy(level => level.Reduction)! with { WorstControl = worst.WorstControl, Increase = worst.Increase };
    }
}
