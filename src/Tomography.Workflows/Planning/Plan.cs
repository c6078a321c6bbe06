using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>All jobs of an experiment. Written to <c>plan.json</c>; training and reports start from it.</summary>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="File">Full path of the experiment file.</param>
/// <param name="Dataset">The dataset as it lies prepared in the store.</param>
/// <param name="Representations">Representations, in order.</param>
/// <param name="Targets">Targets, in order.</param>
/// <param name="Features">Features, in order, the controls last.</param>
/// <param name="Controls">Those features that carry no information.</param>
/// <param name="Seeds">Seeds, in order.</param>
/// <param name="Further">Models beyond the grid.</param>
/// <param name="Analysis">How the results are analysed.</param>
/// <param name="Variants">The settings: one set, or one per combination of the matrix.</param>
/// <param name="Retries">How often a failed job is tried again.</param>
/// <param name="Jobs">The jobs, in the order in which they are trained.</param>
public sealed record Plan(
    string Experiment,
    string File,
    PreparedDataset Dataset,
    ImmutableArray<Representation> Representations,
    ImmutableArray<PropertyName> Targets,
    ImmutableArray<PropertyName> Features,
    ImmutableArray<PropertyName> Controls,
    ImmutableArray<int> Seeds,
    ImmutableArray<FurtherModel> Further,
    AnalysisSettings Analysis,
    ImmutableArray<Variant> Variants,
    int Retries,
    ImmutableArray<Job> Jobs)
{
    /// <summary>The most materials that were taken of the dataset, a reproducible random subset of it; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>The variant of a job.</summary>
    public Variant VariantOf(Job job) => Variants.Length == 1 ? Variants[0] : Variants.First(v => v.Id == job.Variant);

    /// <summary>The jobs of a variant, in order.</summary>
    public IEnumerable<Job> JobsOf(Variant variant) => Jobs.Where(j => j.Variant == variant.Id);
}
