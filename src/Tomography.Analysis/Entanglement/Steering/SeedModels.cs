using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The models that one seed of an edge takes.</summary>
/// <param name="Model">The model of the edge: with the feature, with what is learnt along, or started from another.</param>
/// <param name="Baseline">The model that it is compared with.</param>
/// <param name="Control">The control that the edge is held against; null where there is none.</param>
public sealed record SeedModels(ModelSpec Model, ModelSpec Baseline, ModelSpec? Control)
{
    /// <summary>The trained models that model and control start from; none where they start from initial weights.</summary>
    public ImmutableArray<ModelSpec> Sources { get; init; } = [];

    /// <summary>All of them, those that others need first.</summary>
    public IEnumerable<ModelSpec> All => Control is null ? [.. Sources, Baseline, Model] : [.. Sources, Baseline, Control, Model];

    /// <summary>The seed.</summary>
    public int Seed => Model.Seed;

    /// <summary>The same by another seed.</summary>
    public SeedModels With(int seed) => new(
        Model with { Seed = seed }, Baseline with { Seed = seed }, Control is null ? null : Control with { Seed = seed })
    {
        Sources = [.. Sources.Select(source => source with { Seed = seed })],
    };
}
