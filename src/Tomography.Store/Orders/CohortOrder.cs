using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Store;

/// <summary>
/// Models of one seed and split that are trained in step, a line of a plan for workers. Files are named by key or hash, so that an order
/// holds wherever the store lies.
/// </summary>
/// <param name="Table">Key of the dataset, whose table of ids, formulas and values is meant.</param>
/// <param name="Graphs">Hash of the graphs.</param>
/// <param name="Split">Hash of the split of the whole dataset.</param>
/// <param name="Materials">The models use those materials that have all of these properties.</param>
/// <param name="Seed">The seed of initial weights and batch order.</param>
/// <param name="Model">Sizes of the models.</param>
/// <param name="Training">The recipe.</param>
/// <param name="Properties">Targets and features of the models.</param>
/// <param name="Retries">How often a job is tried again where it fails.</param>
/// <param name="CheckpointSeconds">Time between two checkpoints.</param>
/// <param name="Fingerprint">What the results of all models depend on, first part of each fingerprint.</param>
/// <param name="Models">The models, at least one.</param>
public sealed record CohortOrder(
    string Table,
    string Graphs,
    string Split,
    PropertySet Materials,
    int Seed,
    ModelSettings Model,
    TrainingSettings Training,
    ImmutableArray<Property> Properties,
    int Retries,
    double CheckpointSeconds,
    ImmutableArray<FingerprintPart> Fingerprint,
    ImmutableArray<ModelOrder> Models)
{
    /// <summary>The property whose classes count the same in the losses of its models; null where there is none.</summary>
    public PropertyName? Sources { get; init; }

    /// <summary>The keys of its models.</summary>
    [JsonIgnore]
    public IEnumerable<JobKey> Keys => Models.Select(m => m.Key);

    /// <summary>
    /// The cohorts with each model once, in the first of them that holds it. Two experiments may ask for the same model and want different
    /// things kept of it: all of them.
    /// </summary>
    /// <param name="orders">Cohorts, of which several may hold the same model.</param>
    public static ImmutableArray<CohortOrder> EachOnce(IReadOnlyList<CohortOrder> orders)
    {
        var kept = orders.SelectMany(o => o.Models).GroupBy(m => m.Key)
            .ToDictionary(g => g.Key, g => g.Aggregate(Kept.Nothing, (all, m) => all | m.Keeps));
        var taken = new HashSet<JobKey>();
        return
        [
            .. orders.Select(o => o.Only(m => taken.Add(m.Key))).OfType<CohortOrder>()
                .Select(o => o with { Models = [.. o.Models.Select(m => m with { Keeps = kept[m.Key] })] }),
        ];
    }

    /// <summary>Everything that the result of a model depends on.</summary>
    public ImmutableArray<FingerprintPart> FingerprintOf(ModelOrder model) => [.. Fingerprint, .. model.Fingerprint];

    /// <summary>The order for some of its models.</summary>
    /// <param name="wanted">Which.</param>
    /// <returns>The order; null where no model is wanted.</returns>
    public CohortOrder? Only(Func<ModelOrder, bool> wanted)
    {
        ImmutableArray<ModelOrder> models = [.. Models.Where(wanted)];
        return models.IsEmpty ? null : models.Length == Models.Length ? this : this with { Models = models };
    }

    /// <summary>Cuts it in two.</summary>
    /// <param name="size">Models of the first part, at least 1.</param>
    /// <returns>The parts; null for the second where the first is all.</returns>
    public (CohortOrder First, CohortOrder? Left) CutAfter(int size) =>
        Models.Length <= size ? (this, null) : (this with { Models = Models[..size] }, this with { Models = Models[size..] });

    /// <summary>
    /// Whether its models learn several targets or a class, start from another model or weigh sources: what a device may not do. All of
    /// them do, or none.
    /// </summary>
    [JsonIgnore]
    public bool ByTasks => Sources is not null
        || Models.Any(m => m.Joined is not null || m.Start is not null
            || Properties.Any(p => p.Name == m.Target && p.Kind == PropertyKind.Classes));

    /// <summary>
    /// Whether its models can be trained side by side with those of another cohort: of the same dataset, graphs, sizes, recipe and kind of
    /// targets. Seeds, splits and materials may differ.
    /// </summary>
    public bool Joins(CohortOrder other) =>
        ByTasks == other.ByTasks && Table == other.Table && Graphs == other.Graphs && Model == other.Model
        && SameRecipe(Training, other.Training);

    // Records compare immutable arrays by identity.
    private static bool SameRecipe(TrainingSettings a, TrainingSettings b) =>
        a.Milestones.AsSpan().SequenceEqual(b.Milestones.AsSpan()) && a with { Milestones = b.Milestones } == b;
}
