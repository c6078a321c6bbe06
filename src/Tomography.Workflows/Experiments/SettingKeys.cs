using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>All settings of an experiment that a matrix can sweep, in the order of the documentation. Defaults are those of [T].</summary>
internal static class SettingKeys
{
    private static readonly SplitSettings UsualSplit = new();
    private static readonly GraphSettings UsualGraph = new();
    private static readonly ModelSettings UsualModel = new();
    private static readonly TrainingSettings Usual = TrainingSettings.Default;

    public static readonly SettingKey.Number Train = new("split", "train", "Share of materials to learn from.", UsualSplit.Train, 0, 1, AboveFrom: true);
    public static readonly SettingKey.Number Validation = new("split", "validation", "Share that chooses the best epoch.", UsualSplit.Validation, 0, 1, AboveFrom: true);
    public static readonly SettingKey.Number Test = new("split", "test", "Share whose error is reported.", UsualSplit.Test, 0, 1, AboveFrom: true);
    public static readonly SettingKey.Choice By = new("split", "by", "'material' draws each on its own, 'formula' keeps polymorphs together.", "material", ["material", "formula"]);
    public static readonly SettingKey.Number Radius = new("graph", "radius", "Bonds reach at most this far, in angstrom.", UsualGraph.RadiusAngstrom, 0.5, 30);
    public static readonly SettingKey.Whole Neighbours = new("graph", "neighbours", "At most so many nearest neighbours per site; composition graphs do not use it.", UsualGraph.Neighbours, 1, 200);
    public static readonly SettingKey.Number GaussianStep = new("graph", "gaussian-step", "Distance between the Gaussians that encode a bond's length, and their width, in angstrom.", UsualGraph.GaussianStepAngstrom, 0.01, 5);
    public static readonly SettingKey.Whole Convolutions = new("model", "convolutions", "Graph convolutions.", UsualModel.Convolutions, 0, 20);
    public static readonly SettingKey.Whole AtomFeatures = new("model", "atom-features", "Length of an atom's hidden vector.", UsualModel.AtomFeatures, 1, 1024);
    public static readonly SettingKey.Whole Hidden = new("model", "hidden", "Length of the hidden layers behind the pooling.", UsualModel.Hidden, 1, 4096);
    public static readonly SettingKey.Whole HiddenLayers = new("model", "hidden-layers", "Number of hidden layers behind the pooling.", UsualModel.HiddenLayers, 1, 20);
    public static readonly SettingKey.Whole Epochs = new("training", "epochs", "Passes over the training part.", Usual.Epochs, 1, 1_000_000);
    public static readonly SettingKey.Whole BatchSize = new("training", "batch-size", "Crystals per step.", Usual.BatchSize, 1, 1_000_000);
    public static readonly SettingKey.Choice Optimizer = new("training", "optimizer", "Stochastic gradient descent, or Adam.", "sgd", ["sgd", "adam"]);
    public static readonly SettingKey.Number LearningRate = new("training", "learning-rate", "Step size.", Usual.LearningRate, 0, 1000, AboveFrom: true);
    public static readonly SettingKey.Number Momentum = new("training", "momentum", "Momentum of sgd; adam does not use it.", Usual.Momentum, 0, 0.9999);
    public static readonly SettingKey.Number WeightDecay = new("training", "weight-decay", "Factor of the weights added to their gradients.", Usual.WeightDecay, 0, 1000);
    public static readonly SettingKey.WholeList Milestones = new("training", "milestones", "Epochs after which the learning rate is multiplied by gamma; an empty list keeps it.", Usual.Milestones, 1, 1_000_000);
    public static readonly SettingKey.Number Gamma = new("training", "gamma", "Factor of the learning rate at each milestone.", Usual.Gamma, 0, 1000, AboveFrom: true);
    public static readonly SettingKey.Choice Normalize = new("training", "normalize", "Mean and standard deviation of a property are taken over the whole dataset ([T]) or the training part.", "dataset", ["dataset", "training"]);

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<SettingKey> All =
    [
        Train, Validation, Test, By, Radius, Neighbours, GaussianStep, Convolutions, AtomFeatures, Hidden, HiddenLayers,
        Epochs, BatchSize, Optimizer, LearningRate, Momentum, WeightDecay, Milestones, Gamma, Normalize,
    ];
}
