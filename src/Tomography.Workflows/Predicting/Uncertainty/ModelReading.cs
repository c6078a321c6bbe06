using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>What a model says of crystals that it did not see.</summary>
/// <param name="Materials">The crystals, as places in the dataset.</param>
/// <param name="Predicted">What it predicts of each, in the target's unit.</param>
/// <param name="Distances">
/// Their distances to its training crystals, in multiples of that up to which its domain reaches; empty where it has none.
/// </param>
/// <param name="Domain">Its domain; null where it has none.</param>
/// <param name="Noises">What it says of their noise, in the target's unit; empty where it predicts no variance.</param>
internal sealed record ModelReading(
    ImmutableArray<int> Materials, double[] Predicted, double[] Distances, LatentDomain? Domain, double[] Noises);
