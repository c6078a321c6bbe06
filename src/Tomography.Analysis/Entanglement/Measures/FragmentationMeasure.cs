using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// How far the lattice falls apart: 1 - (c - 1) / (n - 1), with c the properties of the largest part that real edges join, whatever their
/// direction.
/// </summary>
internal static class FragmentationMeasure
{
    /// <summary>In 0..1: 0 where everything hangs together, 1 where there is no real edge; 0 for a single property and for none.</summary>
    public static double Of(EntanglementLattice lattice)
    {
        if (lattice.Nodes.Length < 2)
            return 0;
        var neighbours = lattice
            .RealEdges.SelectMany(edge => new[] { (edge.Feature, edge.Target), (edge.Target, edge.Feature) })
            .ToLookup(pair => pair.Item1, pair => pair.Item2);
        var seen = new HashSet<PropertyName>();
        var largest = 0;
        foreach (var start in lattice.Nodes.Where(seen.Add))
        {
            var part = 1;
            var open = new Stack<PropertyName>([start]);
            while (open.TryPop(out var node))
                foreach (var next in neighbours[node].Where(seen.Add))
                {
                    part++;
                    open.Push(next);
                }

            largest = Math.Max(largest, part);
        }

        return 1 - (largest - 1.0) / (lattice.Nodes.Length - 1);
    }
}
