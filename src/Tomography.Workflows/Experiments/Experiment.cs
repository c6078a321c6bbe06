using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>A checked experiment: what the user wants to know, with every default filled in.</summary>
/// <param name="Name">Its name, also that of its output folder.</param>
/// <param name="Dataset">Where the crystals come from.</param>
/// <param name="Limit">Use a reproducible random subset of so many materials; null for all.</param>
/// <param name="Representations">What models see, at least one.</param>
/// <param name="Targets">Properties to predict, at least one.</param>
/// <param name="Features">Extra properties; null for all of the 13 of [T] that the dataset has.</param>
/// <param name="Controls">Features without information that run along, to tell what chance does.</param>
/// <param name="Seeds">Seeds, at least one.</param>
/// <param name="Variants">The settings: one set, or one per combination of the matrix.</param>
/// <param name="Retries">How often a failed job is tried again.</param>
/// <param name="Locations">Where each key stands in the file, for diagnostics that come later.</param>
public sealed record Experiment(
    string Name,
    DatasetSource Dataset,
    int? Limit,
    ImmutableArray<Representation> Representations,
    ImmutableArray<PropertyName> Targets,
    ImmutableArray<PropertyName>? Features,
    ImmutableArray<ControlKind> Controls,
    ImmutableArray<int> Seeds,
    ImmutableArray<Variant> Variants,
    int Retries,
    ExperimentLocations Locations);
