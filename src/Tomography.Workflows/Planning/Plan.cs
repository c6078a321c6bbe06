using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>All jobs of an experiment. Written to <c>plan.json</c>; training and reports start from it.</summary>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="File">Full path of the experiment file.</param>
/// <param name="Dataset">The dataset as it lies prepared in the store.</param>
/// <param name="Representations">Representations, in order.</param>
/// <param name="Targets">Targets, in order.</param>
/// <param name="Features">Features, in order.</param>
/// <param name="Seeds">Seeds, in order.</param>
/// <param name="Split">How the dataset is parted.</param>
/// <param name="Graph">How crystals become graphs.</param>
/// <param name="Model">Sizes of the model.</param>
/// <param name="Training">The recipe.</param>
/// <param name="Common">The parts of the fingerprint that all jobs share.</param>
/// <param name="Jobs">The jobs, in the order in which they are trained.</param>
public sealed record Plan(
    string Experiment,
    string File,
    PreparedDataset Dataset,
    ImmutableArray<Representation> Representations,
    ImmutableArray<PropertyName> Targets,
    ImmutableArray<PropertyName> Features,
    ImmutableArray<int> Seeds,
    SplitSettings Split,
    GraphSettings Graph,
    ModelSettings Model,
    TrainingSettings Training,
    ImmutableArray<FingerprintPart> Common,
    ImmutableArray<Job> Jobs)
{
    /// <summary>The whole fingerprint of a job.</summary>
    public Fingerprint FingerprintOf(Job job) => new([.. Common, .. job.Parts]);
}
