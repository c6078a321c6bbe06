using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis.Tests;

/// <summary>Lattices whose edges a test states by hand.</summary>
internal static class SmallLattice
{
    /// <summary>A significant edge, such as <c>Real("a", "b", 0.5)</c>, with two seeds one hundredth above and below.</summary>
    public static Edge Real(string feature, string target, double weight) => Of(feature, target, -weight - 0.01, -weight + 0.01);

    /// <summary>An edge with these changes per seed (seeds 1, 2, ...), judged by the usual rule without controls.</summary>
    public static Edge Of(string feature, string target, params double[] changes)
    {
        var range = ErrorRange.Of(changes);
        var state =
            changes.Length < 2 ? EdgeState.Inconclusive
            : range.Max < 0 ? EdgeState.Significant
            : range.Min > 0 ? EdgeState.Harmful
            : EdgeState.Inconclusive;
        return new(
            new(feature),
            new(target),
            Math.Max(0, -range.Mean),
            range.Mean,
            range.Min,
            range.Max,
            state,
            [.. changes.Select((change, place) => new SeedChange(place + 1, change))]);
    }

    /// <summary>
    /// A lattice in which every node is a target; edges that are not stated are measured, without weight and inconclusive.
    /// </summary>
    public static EntanglementLattice Full(string nodes, params Edge[] edges)
    {
        var names = nodes.Split(' ');
        var missing =
            from feature in names
            from target in names
            where feature != target && !edges.Any(edge => edge.Feature.Value == feature && edge.Target.Value == target)
            select Of(feature, target, -0.0, 0);
        return Only(nodes, [.. edges, .. missing]);
    }

    /// <summary>A lattice in which every node is a target, with only these edges measured.</summary>
    public static EntanglementLattice Only(string nodes, params Edge[] edges)
    {
        PropertyName[] names = [.. nodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new PropertyName(name))];
        return new(
            Representation.Structure,
            [.. names],
            [.. names],
            [.. edges],
            [],
            [.. names.Select(name => new ControlLevel(name, null, null))]);
    }
}
