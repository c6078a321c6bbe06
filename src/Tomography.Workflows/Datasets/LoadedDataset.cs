using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A dataset as it was read from its source.</summary>
/// <param name="Dataset">The materials that have every property that the experiment uses.</param>
/// <param name="SetAside">How many materials of the source are not among them.</param>
/// <param name="Warnings">Why, one line per kind of problem, with counts and the first places.</param>
/// <param name="Remarks">The same of every single row, crystal and cell.</param>
internal sealed record LoadedDataset(Dataset Dataset, int SetAside, ImmutableArray<PreparedWarning> Warnings, DatasetRemarks Remarks)
{
    /// <summary>What is odd about the values of its properties.</summary>
    public ImmutableArray<ValueFinding> Findings { get; init; } = [];

    /// <summary>Further properties of the materials, in their order: what is declared, or tells the symmetry, and is not used.</summary>
    public ImmutableArray<PropertyColumn> Beside { get; init; } = [];
}
