using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>All settings of the models of a study. Defaults are those of [T].</summary>
/// <param name="Split">How the dataset is parted.</param>
/// <param name="Graph">How crystals become graphs.</param>
/// <param name="Model">Sizes of the model.</param>
/// <param name="Training">The recipe.</param>
public sealed record StudySettings(SplitSettings Split, GraphSettings Graph, ModelSettings Model, TrainingSettings Training)
{
    /// <summary>What is kept of models beside their results.</summary>
    public KeepSettings Keep { get; init; } = new();

    /// <summary>
    /// The property that names the source of each material of a dataset that is put together of several; its classes are the sources.
    /// </summary>
    public static PropertyName SourceName { get; } = new("source");

    /// <summary>Whether the sources of the dataset count the same in each loss, however many materials each has.</summary>
    public bool BalancesSources { get; init; }

    /// <summary>Which models start from others; null where none does.</summary>
    public SequenceSettings? Sequence { get; init; }

    /// <summary>The settings of [T].</summary>
    public static StudySettings Default { get; } = new(new(), new(), new(), TrainingSettings.Default);
}
