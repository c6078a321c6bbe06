using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>Entanglement density of [P] and representational similarity, for one representation.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Pairs">Every pair of properties with latent vectors for a common seed.</param>
/// <param name="Density">
/// Sum over pairs of weight times coupling / number of pairs, over the pairs that have a weight, in 0..0.76; null where none has.
/// </param>
/// <param name="MeanCka">Mean CKA of the pairs; null without pairs.</param>
public sealed record LatentEntanglement(Representation Representation, ImmutableArray<LatentPair> Pairs, double? Density, double? MeanCka);
