using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Whether the lattice has communities: properties that inform each other more than the rest.</summary>
/// <remarks>
/// Newman's modularity of the symmetrised weights w_ab + w_ba of the real edges, because a community is held together by either direction.
/// The z-score compares it with lattices whose weights (zeros of edges that are not real included) are dealt anew to the judged places,
/// each with its own best partition: only above about 2 is it more than any sparse lattice has.</remarks>
internal static class ModularityMeasure
{
    private const ulong Stream = 0x6D6F64756C6172;

    /// <summary>The best partition and its z-score.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="permutations">How many permuted lattices; at least 0, and with fewer than 2 the z-score is 0.</param>
    public static ModularityResult Of(EntanglementLattice lattice, int permutations)
    {
        var matrix = new WeightMatrix(lattice);
        var weights = WeightMatrix.Symmetrised(matrix.Real);
        var partition = Partition.Best(weights);
        var modularity = Math.Max(0, Partition.Modularity(weights, partition));
        var communities = lattice.Nodes.Select((node, place) => (node, place)).GroupBy(pair => partition[pair.place], pair => pair.node);
        return new(modularity, ZScore(matrix, modularity, permutations), [.. communities.Select(members => members.ToImmutableArray())]);
    }

    private static double ZScore(WeightMatrix matrix, double modularity, int permutations)
    {
        if (permutations < 2) return 0;
        var weights = matrix.Judged.Select(place => matrix.Real[place.Feature, place.Target]).ToArray();
        if (weights.All(weight => weight == 0)) return 0;
        var random = new SplitMixRandom(Stream);
        var others = new double[permutations];
        for (var run = 0; run < permutations; run++)
        {
            random.Shuffle(weights.AsSpan());
            var dealt = new double[matrix.Size, matrix.Size];
            for (var place = 0; place < weights.Length; place++)
                dealt[matrix.Judged[place].Feature, matrix.Judged[place].Target] = weights[place];
            var symmetric = WeightMatrix.Symmetrised(dealt);
            others[run] = Partition.Modularity(symmetric, Partition.Best(symmetric));
        }

        var mean = others.Average();
        var deviation = Math.Sqrt(others.Sum(other => (other - mean) * (other - mean)) / (permutations - 1));
        // Rounding alone makes equal numbers differ by 1e-16.
        return deviation < 1e-12 ? 0 : (modularity - mean) / deviation;
    }
}
