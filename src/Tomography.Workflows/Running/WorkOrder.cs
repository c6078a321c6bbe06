using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>What a worker is told to train: one line of JSON on its standard input.</summary>
/// <param name="Key">The job.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Store">Full path of the store that takes the result.</param>
/// <param name="Table">Full path of the table of formulas and values.</param>
/// <param name="Graphs">Full path of the graphs.</param>
/// <param name="Target">The property to predict.</param>
/// <param name="Feature">The extra property; null for the baseline.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Split">How the dataset is parted.</param>
/// <param name="Model">Sizes of the model.</param>
/// <param name="Training">The recipe.</param>
/// <param name="Properties">The properties concerned, target first.</param>
/// <param name="Retries">How often the job is tried again where it fails.</param>
/// <param name="CheckpointSeconds">Time between two checkpoints.</param>
/// <param name="Fingerprint">Everything the result depends on.</param>
public sealed record WorkOrder(
    JobKey Key,
    string Title,
    string Store,
    string Table,
    string Graphs,
    PropertyName Target,
    PropertyName? Feature,
    int Seed,
    SplitSettings Split,
    ModelSettings Model,
    TrainingSettings Training,
    ImmutableArray<Property> Properties,
    int Retries,
    double CheckpointSeconds,
    ImmutableArray<FingerprintPart> Fingerprint);
