using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Two models of one seed that are compared.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Without">The one that is given less.</param>
/// <param name="With">The other.</param>
public readonly record struct PairedSeed(int Seed, ModelSpec Without, ModelSpec With);
