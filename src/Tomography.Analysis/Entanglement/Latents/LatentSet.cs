using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>
/// The latent vectors of the baseline models of one representation and seed: one split, so all have the same test crystals in the same
/// order.
/// </summary>
/// <param name="Representation">The representation.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Properties">One per property.</param>
public sealed record LatentSet(Representation Representation, int Seed, ImmutableArray<PropertyLatents> Properties);
