using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>One set of settings of an experiment. Without a <c>matrix</c> there is one, with it one per combination.</summary>
/// <param name="Id">
/// Twelve hexadecimal digits made from <paramref name="Swept"/>, so that a value more renumbers nothing; empty without a matrix.
/// </param>
/// <param name="Swept">The settings that the matrix sets for this variant, in the matrix's order.</param>
/// <param name="Settings">All settings.</param>
public sealed record Variant(string Id, ImmutableArray<VariantSetting> Swept, StudySettings Settings)
{
    /// <summary>How the dataset is parted.</summary>
    [JsonIgnore]
    public SplitSettings Split => Settings.Split;

    /// <summary>How crystals become graphs.</summary>
    [JsonIgnore]
    public GraphSettings Graph => Settings.Graph;

    /// <summary>Sizes of the model.</summary>
    [JsonIgnore]
    public ModelSettings Model => Settings.Model;

    /// <summary>How its models are trained.</summary>
    [JsonIgnore]
    public TrainingSettings Training => Settings.Training;

    /// <summary>What people call it: <c>learning-rate 0.01, convolutions 3</c>; empty without a matrix.</summary>
    public string Label => string.Join(", ", Swept.Select(s => $"{s.Name[(s.Name.IndexOf('.') + 1)..]} {s.Value}"));
}
