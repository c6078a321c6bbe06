using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The best partition of a lattice.</summary>
/// <param name="Modularity">Newman's modularity of the partition, in 0..1; 0 without real edges.</param>
/// <param name="ZScore">(modularity - mean) / standard deviation of the best modularity of lattices with the same weights in other places;
/// 0 where those do not differ.
/// </param>
/// <param name="Communities">
/// The properties of each community, by the first of them in the order of the lattice; a property without real edges is alone.
/// </param>
public sealed record ModularityResult(double Modularity, double ZScore, ImmutableArray<ImmutableArray<PropertyName>> Communities);
