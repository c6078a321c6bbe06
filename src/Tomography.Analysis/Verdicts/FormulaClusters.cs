using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Which materials of a dataset have one formula: they share what is hard about them.</summary>
internal sealed class FormulaClusters
{
    private readonly int[] _clusterOf, _sizes;

    /// <summary>Groups materials.</summary>
    /// <param name="clusterOf">The cluster of each material, from 0 on: equal for those of one formula.</param>
    public FormulaClusters(IEnumerable<int> clusterOf)
    {
        _clusterOf = [.. clusterOf];
        _sizes = new int[_clusterOf.DefaultIfEmpty(-1).Max() + 1];
        foreach (var cluster in _clusterOf) _sizes[cluster]++;
    }

    /// <summary>
    /// The clusters of materials with these formulas. Where all have one, each is a cluster: what is said is of crystals of this formula,
    /// and they differ by themselves alone.
    /// </summary>
    public static FormulaClusters Of(ImmutableArray<string> formulas)
    {
        if (formulas.Distinct(StringComparer.Ordinal).Count() == 1) return new(Enumerable.Range(0, formulas.Length));
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        return new(formulas.Select(f => known.TryGetValue(f, out var cluster) ? cluster : known[f] = known.Count));
    }

    /// <summary>The cluster of a material.</summary>
    public int this[int material] => _clusterOf[material];

    /// <summary>The clusters of which some materials, but not all, are among these.</summary>
    public HashSet<int> Divided(IEnumerable<int> materials) =>
        [.. materials.CountBy(m => _clusterOf[m]).Where(c => c.Value < _sizes[c.Key]).Select(c => c.Key)];
}
