using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Models of some seeds that are compared pair by pair by their errors for one target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Seeds">The pairs, seed by seed.</param>
public sealed record PairedModels(PropertyName Target, ImmutableArray<PairedSeed> Seeds);
