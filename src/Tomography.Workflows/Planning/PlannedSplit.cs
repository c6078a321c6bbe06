using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>The split of a seed under some settings.</summary>
/// <param name="Settings">How the dataset is parted.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Hash">Name of its parts in the store; empty where they were not dealt.</param>
/// <param name="Parts">What the parts depend on beyond settings and seed.</param>
public sealed record PlannedSplit(SplitSettings Settings, int Seed, string Hash, ImmutableArray<FingerprintPart> Parts);
