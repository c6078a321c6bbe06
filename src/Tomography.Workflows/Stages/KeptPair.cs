using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>Statistics of a pair as the store keeps them.</summary>
/// <param name="Key">A hash of all that they are made from.</param>
/// <param name="Statistics">The statistics.</param>
internal sealed record KeptPair(string Key, PairedErrors Statistics);
