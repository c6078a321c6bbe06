using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A checked experiment: what the user wants to know, with every default filled in.</summary>
/// <param name="Name">Its name, also that of its output folder.</param>
/// <param name="Dataset">Where the crystals come from.</param>
/// <param name="Limit">Use a reproducible random subset of so many materials; null for all.</param>
/// <param name="Representations">What models see, at least one.</param>
/// <param name="Targets">Properties to predict, at least one.</param>
/// <param name="Features">
/// Sets of extra properties, each given to a model of its own; null for each of the 13 of [T] that the dataset has, and each declared one.
/// </param>
/// <param name="Controls">Features that run along to tell what chance does, and what a model does that has the answer.</param>
/// <param name="Seeds">Seeds, at least one.</param>
/// <param name="Further">Models beyond the grid.</param>
/// <param name="Analysis">How the results are analysed.</param>
/// <param name="Variants">The settings: one set, or one per combination of the matrix.</param>
/// <param name="Retries">How often a failed job is tried again.</param>
/// <param name="Locations">Where each key stands in the file, for diagnostics that come later.</param>
public sealed record Experiment(
    string Name,
    DatasetSource Dataset,
    int? Limit,
    ImmutableArray<Representation> Representations,
    ImmutableArray<PropertyName> Targets,
    ImmutableArray<PropertySet>? Features,
    ImmutableArray<ControlKind> Controls,
    ImmutableArray<int> Seeds,
    ImmutableArray<FurtherModel> Further,
    AnalysisSettings Analysis,
    ImmutableArray<Variant> Variants,
    int Retries,
    ExperimentLocations Locations)
{
    /// <summary>Targets that models learn together, a set of two or more each; none where every model learns one.</summary>
    public ImmutableArray<PropertySet> Together { get; init; } = [];

    /// <summary>Under which budget it is asked which targets should be learned together; null where it is not.</summary>
    public GroupSettings? Groups { get; init; }

    /// <summary>Targets for which the smallest sufficient sets of properties are searched for; none where nothing is.</summary>
    public ImmutableArray<SufficientSettings> Sufficient { get; init; } = [];

    /// <summary>How it is measured how far measured properties single out a material; null where it is not asked for.</summary>
    public RetrievalSettings? Retrieval { get; init; }

    /// <summary>What somebody else found, to be set beside the study; null for nothing.</summary>
    public PublishedTable? Published { get; init; }

    /// <summary>The properties that it knows: those of [T], and those that it declares.</summary>
    public PropertyCatalogue Properties { get; init; } = PropertyCatalogue.Known;

    /// <summary>Properties that are named by their columns.</summary>
    public ImmutableArray<NamedColumn> Columns { get; init; } = [];

    /// <summary>What it says of how its dataset is read.</summary>
    public DatasetRules DatasetRules { get; init; } = DatasetRules.Default;

    /// <summary>Which materials of its dataset it studies.</summary>
    public MaterialSelection Selection { get; init; } = MaterialSelection.All;

    /// <summary>Crystals whose properties are to be predicted; null where none are.</summary>
    public PredictSettings? Predict { get; init; }

    /// <summary>Candidates among which to choose; null where there are none.</summary>
    public CandidateSettings? Candidates { get; init; }

    /// <summary>A closed loop to simulate; null for none.</summary>
    public SimulateSettings? Simulate { get; init; }

    /// <summary>Full path of its folder, from which files are named.</summary>
    public string Folder => Path.GetDirectoryName(Locations.File)!;

    /// <summary>The features where the file names none: each of the 13 of [T] that a dataset has, and each declared one.</summary>
    public ImmutableArray<PropertySet> FeaturesOver(PreparedDataset dataset) =>
        Features ?? [.. Properties.All.Select(p => p.Name)
            .Where(n => dataset.Column(n) is { Property.IsDerived: false }).Select(n => (PropertySet)n)];

    /// <summary>All properties that targets and features name.</summary>
    public IEnumerable<PropertyName> Named =>
        Targets.Concat((Features ?? []).SelectMany(f => f)).Concat(Together.SelectMany(t => t))
            .Concat(Sufficient.SelectMany(s => s.From)).Distinct();

    /// <summary>Which seed of the experiment each is, from 0; those of further models go on counting.</summary>
    public ImmutableArray<int> AllSeeds => [.. Seeds.Concat(Further.SelectMany(f => f.Seeds)).Distinct()];
}
