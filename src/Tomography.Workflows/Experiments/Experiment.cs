using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>A checked experiment: what the user wants to know, with every default filled in.</summary>
/// <param name="Name">Its name, also that of its output folder.</param>
/// <param name="Dataset">Where the crystals come from.</param>
/// <param name="Limit">Use a reproducible random subset of so many materials; null for all.</param>
/// <param name="Representations">What models see, at least one.</param>
/// <param name="Targets">Properties to predict, at least one.</param>
/// <param name="Features">Extra properties; null for all of the 13 of [T] that the dataset has.</param>
/// <param name="Seeds">Seeds, at least one.</param>
/// <param name="Split">How the dataset is parted.</param>
/// <param name="Graph">How crystals become graphs.</param>
/// <param name="Model">Sizes of the model.</param>
/// <param name="Training">The recipe.</param>
/// <param name="Locations">Where each key stands in the file, for diagnostics that come later.</param>
public sealed record Experiment(
    string Name,
    DatasetSource Dataset,
    int? Limit,
    ImmutableArray<Representation> Representations,
    ImmutableArray<PropertyName> Targets,
    ImmutableArray<PropertyName>? Features,
    ImmutableArray<int> Seeds,
    SplitSettings Split,
    GraphSettings Graph,
    ModelSettings Model,
    TrainingSettings Training,
    ExperimentLocations Locations);
