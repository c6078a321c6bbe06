using Tomography.Crystals;
using Tomography.Learning;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>Reads the sections of settings; what is left out has the value of [T].</summary>
internal static class SettingsReader
{
    private static readonly IReadOnlyDictionary<string, SplitBy> SplitNames = Names(("material", SplitBy.Material), ("formula", SplitBy.Formula));
    private static readonly IReadOnlyDictionary<string, OptimizerKind> OptimizerNames = Names(("sgd", OptimizerKind.Sgd), ("adam", OptimizerKind.Adam));
    private static readonly IReadOnlyDictionary<string, NormalizationScope> NormalizeNames = Names(("dataset", NormalizationScope.Dataset), ("training", NormalizationScope.Training));

    public static SplitSettings Split(YamlSection top)
    {
        var section = top.Section("split");
        var usual = new SplitSettings();
        var split = new SplitSettings(
            section.Number("train", usual.Train, 0, 1, aboveFrom: true),
            section.Number("validation", usual.Validation, 0, 1, aboveFrom: true),
            section.Number("test", usual.Test, 0, 1, aboveFrom: true),
            section.Choice("by", usual.By, SplitNames));
        var sum = split.Train + split.Validation + split.Test;
        if (sum > 1 + 1e-9)
            section.Error(DiagnosticCodes.OutOfRange, "train", $"The shares of 'split' sum to {sum:0.####}, more than 1; train {usual.Train}, validation {usual.Validation}, test {usual.Test} are those of [T].");
        section.Finish();
        return split;
    }

    public static GraphSettings Graph(YamlSection top)
    {
        var section = top.Section("graph");
        var usual = new GraphSettings();
        var graph = new GraphSettings(
            section.Number("radius", usual.RadiusAngstrom, 0.5, 30),
            section.Whole("neighbours", usual.Neighbours, 1, 200),
            section.Number("gaussian-step", usual.GaussianStepAngstrom, 0.01, 5));
        section.Finish();
        return graph;
    }

    public static ModelSettings Model(YamlSection top)
    {
        var section = top.Section("model");
        var usual = new ModelSettings();
        var model = new ModelSettings(
            section.Whole("convolutions", usual.Convolutions, 0, 20),
            section.Whole("atom-features", usual.AtomFeatures, 1, 1024),
            section.Whole("hidden", usual.Hidden, 1, 4096),
            section.Whole("hidden-layers", usual.HiddenLayers, 1, 20));
        section.Finish();
        return model;
    }

    public static TrainingSettings Training(YamlSection top)
    {
        var section = top.Section("training");
        var usual = TrainingSettings.Default;
        // Read in the order of the documentation, which is also the order in which messages list the keys.
        var epochs = section.Whole("epochs", usual.Epochs, 1, 1_000_000);
        var batchSize = section.Whole("batch-size", usual.BatchSize, 1, 1_000_000);
        var optimizer = section.Choice("optimizer", usual.Optimizer, OptimizerNames);
        var learningRate = section.Number("learning-rate", usual.LearningRate, 0, 1000, aboveFrom: true);
        var momentum = section.Number("momentum", usual.Momentum, 0, 0.9999);
        var weightDecay = section.Number("weight-decay", usual.WeightDecay, 0, 1000);
        var milestones = section.List<int>("milestones", (string text, Mark mark, string path, out int value) =>
        {
            var whole = section.WholeOf(text, mark, path, 1, 1_000_000);
            value = whole ?? 0;
            return whole is not null;
        }, mayBeEmpty: true);
        var gamma = section.Number("gamma", usual.Gamma, 0, 1000, aboveFrom: true);
        var normalize = section.Choice("normalize", usual.Normalize, NormalizeNames);
        section.Finish();
        return new(epochs, batchSize, optimizer, learningRate, momentum, weightDecay, milestones is null ? usual.Milestones : [.. milestones.Select(m => m.Value).Order()], gamma, normalize);
    }

    // Ordered, so that messages list choices always alike.
    private static OrderedDictionary<string, T> Names<T>(params (string Name, T Value)[] names) => new(names.Select(n => KeyValuePair.Create(n.Name, n.Value)), StringComparer.Ordinal);
}
