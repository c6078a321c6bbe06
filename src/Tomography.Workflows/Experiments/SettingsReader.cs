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

    /// <summary>The settings of a file whose matrix has set some of them.</summary>
    public static Variant Variant(YamlSection top, string id, IEnumerable<VariantSetting> swept) => new(id, [.. swept], Split(top), Graph(top), Model(top), Training(top));

    private static SplitSettings Split(YamlSection top)
    {
        var section = top.Section("split");
        var split = new SplitSettings(section.Number(SettingKeys.Train), section.Number(SettingKeys.Validation), section.Number(SettingKeys.Test), section.Choice(SettingKeys.By, SplitNames));
        var sum = split.Train + split.Validation + split.Test;
        if (sum > 1 + 1e-9)
            section.Error(DiagnosticCodes.OutOfRange, "train", $"The shares of 'split' sum to {sum:0.####}, more than 1; train {SettingKeys.Train.Default}, validation {SettingKeys.Validation.Default}, test {SettingKeys.Test.Default} are those of [T].");
        section.Finish();
        return split;
    }

    private static GraphSettings Graph(YamlSection top)
    {
        var section = top.Section("graph");
        var graph = new GraphSettings(section.Number(SettingKeys.Radius), section.Whole(SettingKeys.Neighbours), section.Number(SettingKeys.GaussianStep));
        section.Finish();
        return graph;
    }

    private static ModelSettings Model(YamlSection top)
    {
        var section = top.Section("model");
        var model = new ModelSettings(section.Whole(SettingKeys.Convolutions), section.Whole(SettingKeys.AtomFeatures), section.Whole(SettingKeys.Hidden), section.Whole(SettingKeys.HiddenLayers));
        section.Finish();
        return model;
    }

    private static TrainingSettings Training(YamlSection top)
    {
        var section = top.Section("training");
        // Read in the order of the documentation, which is also the order in which messages list the keys.
        var epochs = section.Whole(SettingKeys.Epochs);
        var batchSize = section.Whole(SettingKeys.BatchSize);
        var optimizer = section.Choice(SettingKeys.Optimizer, OptimizerNames);
        var learningRate = section.Number(SettingKeys.LearningRate);
        var momentum = section.Number(SettingKeys.Momentum);
        var weightDecay = section.Number(SettingKeys.WeightDecay);
        var key = SettingKeys.Milestones;
        var milestones = section.List<int>(key.Name, (string text, Mark mark, string path, out int value) =>
        {
            var whole = section.WholeOf(text, mark, path, key.From, key.To);
            value = whole ?? 0;
            return whole is not null;
        }, mayBeEmpty: true, limit: nameof(ExperimentLimits.MostSettingEntries));
        var gamma = section.Number(SettingKeys.Gamma);
        var normalize = section.Choice(SettingKeys.Normalize, NormalizeNames);
        section.Finish();
        return new(epochs, batchSize, optimizer, learningRate, momentum, weightDecay, milestones is null ? key.Default : [.. milestones.Select(m => m.Value).Order()], gamma, normalize);
    }

    // Ordered, so that messages list choices always alike.
    private static OrderedDictionary<string, T> Names<T>(params (string Name, T Value)[] names) => new(names.Select(n => KeyValuePair.Create(n.Name, n.Value)), StringComparer.Ordinal);
}
