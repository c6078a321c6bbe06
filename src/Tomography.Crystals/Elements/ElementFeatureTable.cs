using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>The initial feature vector of each element, the "atom_init" of CGCNN.</summary>
/// <param name="Length">Numbers per element (92 for the built-in table).</param>
/// <param name="Rows">Atomic number to its <paramref name="Length"/> numbers.</param>
public sealed record ElementFeatureTable(int Length, FrozenDictionary<int, ImmutableArray<double>> Rows);
