using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>One model to train.</summary>
/// <param name="Key">The name of its result in the store.</param>
/// <param name="Representation">What the model sees.</param>
/// <param name="Target">What it predicts.</param>
/// <param name="Feature">The extra property it is given; null for the baseline.</param>
/// <param name="Seed">The seed of split, initial weights and batch order.</param>
/// <param name="Parts">The parts of its fingerprint beyond those that all jobs of the plan share.</param>
public sealed record Job(JobKey Key, Representation Representation, PropertyName Target, PropertyName? Feature, int Seed, ImmutableArray<FingerprintPart> Parts)
{
    /// <summary>What people call the job: <c>structure band-gap + density, seed 123</c>.</summary>
    public string Title => $"{Representation.ToString().ToLowerInvariant()} {Target}{(Feature is { } f ? $" + {f}" : "")}, seed {Seed}";
}
