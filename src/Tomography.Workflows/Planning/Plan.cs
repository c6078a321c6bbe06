using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Phantom;

namespace Tomography.Workflows;

/// <summary>All jobs of an experiment. Written to <c>plan.json</c>; training and reports start from it.</summary>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="File">Full path of the experiment file.</param>
/// <param name="Dataset">The dataset as it lies prepared in the store.</param>
/// <param name="Representations">Representations, in order.</param>
/// <param name="Targets">Targets, in order.</param>
/// <param name="Features">Sets of features, in order, the controls last.</param>
/// <param name="Controls">Those features that are controls, or stand in the sets that are.</param>
/// <param name="Seeds">Seeds, in order.</param>
/// <param name="Further">Models beyond the grid.</param>
/// <param name="Analysis">How the results are analysed.</param>
/// <param name="Variants">The settings: one set, or one per combination of the matrix.</param>
/// <param name="Retries">How often a failed job is tried again.</param>
/// <param name="Splits">The split of each seed, per way to part the dataset.</param>
/// <param name="Graphs">The graphs, per representation and way to make them.</param>
/// <param name="Jobs">The jobs, in the order in which they are trained.</param>
public sealed record Plan(
    string Experiment,
    string File,
    PreparedDataset Dataset,
    ImmutableArray<Representation> Representations,
    ImmutableArray<PropertyName> Targets,
    ImmutableArray<PropertySet> Features,
    ImmutableArray<PropertyName> Controls,
    ImmutableArray<int> Seeds,
    ImmutableArray<FurtherModel> Further,
    AnalysisSettings Analysis,
    ImmutableArray<Variant> Variants,
    int Retries,
    ImmutableArray<PlannedSplit> Splits,
    ImmutableArray<PlannedGraphs> Graphs,
    ImmutableArray<Job> Jobs)
{
    /// <summary>The most materials that were taken of the dataset, a reproducible random subset of it; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Which materials of the dataset are studied, in words; empty for all.</summary>
    public string Where { get; init; } = "";

    /// <summary>What the dataset is made of where it is a phantom, of which the truth can be told; else null.</summary>
    public PhantomSettings? Phantom { get; init; }

    /// <summary>Targets that models learn together, a set each; none where every model learns one.</summary>
    public ImmutableArray<PropertySet> Together { get; init; } = [];

    /// <summary>Under which budget it is asked which targets should be learned together; null where it is not.</summary>
    public GroupSettings? Groups { get; init; }

    /// <summary>Targets for which the smallest sufficient sets of properties are searched for.</summary>
    public ImmutableArray<SufficientSettings> Sufficient { get; init; } = [];

    /// <summary>How it is measured how far measured properties single out a material; null where it is not asked for.</summary>
    public RetrievalSettings? Retrieval { get; init; }

    /// <summary>What somebody else found, to be set beside the study; null for nothing.</summary>
    public PublishedTable? Published { get; init; }

    /// <summary>The variant of a job.</summary>
    public Variant VariantOf(Job job) => Variants.Length == 1 ? Variants[0] : Variants.First(v => v.Id == job.Variant);

    /// <summary>The jobs of a variant that its study is made of, in order: models of one of the targets.</summary>
    public IEnumerable<Job> JobsOf(Variant variant) => Jobs.Where(j => j.Variant == variant.Id && IsOfStudy(j));

    /// <summary>
    /// The jobs of a variant beside those of its study, in order: models of several targets, and what they are compared with.
    /// </summary>
    public IEnumerable<Job> JointJobsOf(Variant variant) =>
        Jobs.Where(j => j.Variant == variant.Id && !j.Follows && !IsOfStudy(j));

    /// <summary>Whether a job belongs to the study of targets and features.</summary>
    public bool IsOfStudy(Job job) =>
        !job.Follows && job.Spec.Targets.Single is { } target && Targets.Contains(target) && !job.Spec.IsOfSequence;

    /// <summary>The graphs of a variant in a representation.</summary>
    public PlannedGraphs GraphsOf(Variant variant, Representation representation) =>
        Graphs.First(g => g.Representation == representation && g.Settings == variant.Graph);

    /// <summary>The split of a variant and seed.</summary>
    public PlannedSplit SplitOf(Variant variant, int seed) => Splits.First(s => s.Seed == seed && s.Settings == variant.Split);
}
