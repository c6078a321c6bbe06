using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>One set of settings of an experiment. Without a <c>matrix</c> there is one, with it one per combination.</summary>
/// <param name="Id">Twelve hexadecimal digits made from <paramref name="Swept"/>, so that a value more renumbers nothing; empty without a matrix.</param>
/// <param name="Swept">The settings that the matrix sets for this variant, in the matrix's order.</param>
/// <param name="Split">How the dataset is parted.</param>
/// <param name="Graph">How crystals become graphs.</param>
/// <param name="Model">Sizes of the model.</param>
/// <param name="Training">The recipe.</param>
public sealed record Variant(
    string Id,
    ImmutableArray<VariantSetting> Swept,
    SplitSettings Split,
    Crystals.GraphSettings Graph,
    ModelSettings Model,
    TrainingSettings Training)
{
    /// <summary>What people call it: <c>learning-rate 0.01, convolutions 3</c>; empty without a matrix.</summary>
    public string Label => string.Join(", ", Swept.Select(s => $"{s.Name[(s.Name.IndexOf('.') + 1)..]} {s.Value}"));
}
