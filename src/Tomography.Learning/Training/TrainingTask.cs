using Tomography.Crystals;

namespace Tomography.Learning;

/// <summary>One model to train.</summary>
/// <param name="Graphs">The crystals of the dataset in one representation.</param>
/// <param name="Target">The property to predict, numeric.</param>
/// <param name="Feature">The extra property; null for the baseline.</param>
/// <param name="Split">Which crystals train, validate and test.</param>
/// <param name="Model">Sizes.</param>
/// <param name="Training">The recipe.</param>
/// <param name="Seed">The seed of initial weights and batch order.</param>
public sealed record TrainingTask(
    PackedGraphs Graphs,
    PropertyColumn Target,
    PropertyColumn? Feature,
    Split Split,
    ModelSettings Model,
    TrainingSettings Training,
    long Seed);
