using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;
using Number = Tomography.Workflows.NumberSetting<Tomography.Workflows.StudySettings>;
using Whole = Tomography.Workflows.WholeSetting<Tomography.Workflows.StudySettings>;
using WholeList = Tomography.Workflows.WholeListSetting<Tomography.Workflows.StudySettings>;

namespace Tomography.Workflows;

/// <summary>The settings of models.</summary>
internal static class StudySettingTable
{
    private static readonly ImmutableArray<SettingSection> Sections =
    [
        new("split", "How the dataset is parted.", "train: 0.6, validation: 0.2, test: 0.2"),
        new("graph", "How crystals become graphs.", "radius: 8, neighbours: 12"),
        new("model", "Sizes of the model.", "convolutions: 3, atom-features: 64"),
        new("training", "The training recipe.", "epochs: 500, batch-size: 256"),
        new(JointSettingTable.Section, "How models of several targets learn them; 'together' names the targets.", "shared-convolutions: 2"),
        new(SequenceSettingTable.Section, "Which models start from trained ones, and from how many labels they learn.",
            "target: band-gap, labels: [50, 200]"),
        new("keep", "What the store keeps of models beside their results. Nothing of it changes a result.", "weights: all"),
    ];

    private static readonly ImmutableArray<Setting<StudySettings>> Graph =
    [
        new Number("graph", "radius", "Bonds reach at most this far, in angstrom.", 0.5, 30,
            s => s.Graph.RadiusAngstrom, (s, v) => s with { Graph = s.Graph with { RadiusAngstrom = v } }) { Unit = "angstrom" },
        new Whole("graph", "neighbours", "At most so many nearest neighbours per site; composition graphs do not use it.", 1, 200,
            s => s.Graph.Neighbours, (s, v) => s with { Graph = s.Graph with { Neighbours = v } })
        {
            // Every site of a composition graph sees all others.
            UsedBy = r => r != Representation.Composition,
        },
        new Number("graph", "gaussian-step",
            "Distance between the Gaussians that encode a bond's length, and their width, in angstrom.", 0.01, 5,
            s => s.Graph.GaussianStepAngstrom, (s, v) => s with { Graph = s.Graph with { GaussianStepAngstrom = v } })
        {
            Unit = "angstrom",
        },
    ];

    private static readonly ImmutableArray<Setting<StudySettings>> Model =
    [
        new Whole("model", "convolutions", "Graph convolutions.", 0, 20,
            s => s.Model.Convolutions, (s, v) => s with { Model = s.Model with { Convolutions = v } }),
        new Whole("model", "atom-features", "Length of an atom's hidden vector.", 1, 1024,
            s => s.Model.AtomFeatures, (s, v) => s with { Model = s.Model with { AtomFeatures = v } }),
        new Whole("model", "hidden", "Length of the hidden layers behind the pooling.", 1, 4096,
            s => s.Model.Hidden, (s, v) => s with { Model = s.Model with { Hidden = v } }),
        new Whole("model", "hidden-layers", "Number of hidden layers behind the pooling.", 1, 20,
            s => s.Model.HiddenLayers, (s, v) => s with { Model = s.Model with { HiddenLayers = v } }),
    ];

    private static readonly ImmutableArray<Setting<StudySettings>> Training =
    [
        new Whole("training", "epochs", "Passes over the training part.", 1, 1_000_000,
            s => s.Training.Epochs, (s, v) => s with { Training = s.Training with { Epochs = v } }),
        new Whole("training", "batch-size", "Crystals per step; one crystal cannot be normalised.", 2, 1_000_000,
            s => s.Training.BatchSize, (s, v) => s with { Training = s.Training with { BatchSize = v } }),
        new ChoiceSetting<StudySettings, OptimizerKind>("training", "optimizer",
            "Stochastic gradient descent, or Adam.", EnumWords.Of<OptimizerKind>(),
            s => s.Training.Optimizer, (s, v) => s with { Training = s.Training with { Optimizer = v } }),
        new Number("training", "learning-rate", "Step size.", 0, 1000,
            s => s.Training.LearningRate, (s, v) => s with { Training = s.Training with { LearningRate = v } }) { AboveFrom = true },
        new Number("training", "momentum", "Momentum of sgd; adam does not use it.", 0, 0.9999,
            s => s.Training.Momentum, (s, v) => s with { Training = s.Training with { Momentum = v } })
        {
            UsedWhen = s => s.Training.Optimizer == OptimizerKind.Sgd,
        },
        new Number("training", "weight-decay", "Factor of the weights added to their gradients.", 0, 1000,
            s => s.Training.WeightDecay, (s, v) => s with { Training = s.Training with { WeightDecay = v } }),
        new WholeList("training", "milestones",
            "Epochs after which the learning rate is multiplied by gamma; an empty list keeps it.", 1, 1_000_000,
            s => s.Training.Milestones, (s, v) => s with { Training = s.Training with { Milestones = v } })
        {
            ListedAs = s => string.Join(' ', MilestonesReached(s)),
        },
        new Number("training", "gamma", "Factor of the learning rate at each milestone.", 0, 1000,
            s => s.Training.Gamma, (s, v) => s with { Training = s.Training with { Gamma = v } })
        {
            AboveFrom = true,
            UsedWhen = s => MilestonesReached(s).Any(),
        },
        new ChoiceSetting<StudySettings, NormalizationScope>("training", "normalize",
            "Mean and standard deviation of a property are taken over the whole dataset ([T]) or the training part.",
            EnumWords.Of<NormalizationScope>(),
            s => s.Training.Normalize, (s, v) => s with { Training = s.Training with { Normalize = v } }),
        new ChoiceSetting<StudySettings, bool>("training", "source-weights",
            "How crystals of several sources count in a loss: 'none', each crystal once; 'equal', each source the same, however many "
                + "crystals it has. The property 'source' of the dataset names them.",
            new OrderedDictionary<string, bool>(StringComparer.Ordinal) { ["none"] = false, ["equal"] = true },
            s => s.BalancesSources, (s, v) => s with { BalancesSources = v })
        {
            NotListedAt = "none",
        },
        new ChoiceSetting<StudySettings, LossKind>("training", "loss",
            "What training makes small: 'squared', the mean squared error ([T]); 'gaussian', the negative log-likelihood of a normal error "
                + "whose variance each model predicts by a second output. Not with 'together'.",
            EnumWords.Of<LossKind>(),
            s => s.Training.Loss, (s, v) => s with { Training = s.Training with { Loss = v } })
        {
            NotListedAt = "squared",
        },
    ];

    private static readonly ImmutableArray<Setting<StudySettings>> Keep =
    [
        new ChoiceSetting<StudySettings, KeptModels>(
            "keep",
            "weights",
            "Of which models the weights of the best epoch are kept, for -t:Predict: 'baselines', 'all' or 'none'.",
            EnumWords.Of<KeptModels>(),
            s => s.Keep.Weights,
            (s, v) => s with { Keep = s.Keep with { Weights = v } }
        )
        {
            ChangesResults = false,
        },
        new ChoiceSetting<StudySettings, KeptModels>(
            "keep",
            "test-predictions",
            "Of which models test-predictions.csv lists the predictions: 'baselines', 'all' or 'none'.",
            EnumWords.Of<KeptModels>(),
            s => s.Keep.TestPredictions,
            (s, v) => s with { Keep = s.Keep with { TestPredictions = v } }
        )
        {
            ChangesResults = false,
        },
    ];

    /// <summary>All of them.</summary>
    /// <param name="groupings">What a split can keep together.</param>
    public static SettingTable<StudySettings> With(ImmutableArray<SplitGrouping> groupings) => new(
        StudySettings.Default, Sections, [.. SplitSettingTable.With(groupings), .. Graph, .. Model, .. Training,
            .. JointSettingTable.All, .. SequenceSettingTable.All, .. Keep],
        [.. SplitSettingRules.All, .. JointSettingTable.Rules, .. SequenceSettingTable.Rules]);

    /// <summary>Milestones that lie behind the last epoch change nothing.</summary>
    private static IEnumerable<int> MilestonesReached(StudySettings settings) =>
        settings.Training.Milestones.Where(m => m < settings.Training.Epochs);
}
