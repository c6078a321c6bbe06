using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Crystals of a part of a split that have all properties: what is measured of them, and what baselines predict.</summary>
/// <param name="Formulas">Formula of each.</param>
/// <param name="Measured">Per property the value of each crystal, in the property's unit; finite.</param>
/// <param name="Predicted">The same as predicted by the baselines, which did not learn from these crystals.</param>
public sealed record RetrievalCrystals(
    ImmutableArray<string> Formulas, ImmutableArray<ImmutableArray<double>> Measured, ImmutableArray<ImmutableArray<double>> Predicted)
{
    /// <summary>How many.</summary>
    public int Count => Formulas.Length;

    /// <summary>Some of them, in this order.</summary>
    public RetrievalCrystals Take(IReadOnlyList<int> places) => new(
        [.. places.Select(i => Formulas[i])], [.. Measured.Select(v => places.Select(i => v[i]).ToImmutableArray())],
        [.. Predicted.Select(v => places.Select(i => v[i]).ToImmutableArray())]);
}
