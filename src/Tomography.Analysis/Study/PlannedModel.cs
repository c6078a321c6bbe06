using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>A model that a study asks for.</summary>
/// <param name="Representation">What the model sees of each crystal.</param>
/// <param name="Target">The property it predicts.</param>
/// <param name="Feature">The extra property it is given; null for the baseline.</param>
/// <param name="Seed">Its seed.</param>
public sealed record PlannedModel(Representation Representation, PropertyName Target, PropertyName? Feature, int Seed)
{
    /// <summary>One phrase, such as <c>structure, volume with band-gap, seed 123</c>.</summary>
    public string Describe() =>
        $"{Representation.Name}, {Target} {(Feature is { } feature ? $"with {feature}" : "baseline")}, seed {Seed}";
}
