using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>One model to train.</summary>
/// <param name="Key">The name of its result in the store.</param>
/// <param name="Variant">Id of its variant; empty where the experiment has no matrix.</param>
/// <param name="Representation">What the model sees.</param>
/// <param name="Target">What it predicts.</param>
/// <param name="Feature">The extra property it is given; null for the baseline.</param>
/// <param name="Seed">The seed of split, initial weights and batch order.</param>
public sealed record Job(JobKey Key, string Variant, Representation Representation, PropertyName Target, PropertyName? Feature, int Seed)
{
    /// <summary>What people call the job: <c>structure band-gap + density, seed 123</c>; with a matrix, its variant's id behind it.</summary>
    public string Title => $"{Representation.Name} {Target}{(Feature is { } f ? $" + {f}" : "")}, seed {Seed}{(Variant.Length > 0 ? $" [{Variant}]" : "")}";
}
