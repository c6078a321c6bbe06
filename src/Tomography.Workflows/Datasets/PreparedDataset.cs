using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A dataset as it lies in the store: read once, then found again by the content of its source.</summary>
/// <param name="Key">Name in the store.</param>
/// <param name="Summary">The dataset in numbers.</param>
/// <param name="CrystalsHash">SHA-256 of ids and crystals.</param>
/// <param name="ElementsHash">SHA-256 of the element features.</param>
/// <param name="Columns">The properties.</param>
/// <param name="Warnings">What reading it had to say: materials set aside, with counts and the first places.</param>
public sealed record PreparedDataset(
    string Key,
    DatasetSummary Summary,
    string CrystalsHash,
    string ElementsHash,
    ImmutableArray<PreparedColumn> Columns,
    ImmutableArray<PreparedWarning> Warnings)
{
    /// <summary>How many rows, files and materials of the source are not in it, by kind.</summary>
    public ImmutableSortedDictionary<string, int> Excluded { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Atomic numbers of the elements that its crystals hold, ascending.</summary>
    public ImmutableArray<int> Elements { get; init; } = [];

    /// <summary>What is odd about the values of its properties.</summary>
    public ImmutableArray<ValueFinding> Findings { get; init; } = [];

    /// <summary>Places of materials that are one crystal under several ids, a group each.</summary>
    public ImmutableArray<ImmutableArray<int>> Copies { get; init; } = [];

    /// <summary>Places of materials whose crystals are nearly the same, copies among them, a group each.</summary>
    public ImmutableArray<ImmutableArray<int>> NearCopies { get; init; } = [];

    /// <summary>A property by name; null where the dataset lacks it.</summary>
    public PreparedColumn? Column(PropertyName name) => Columns.FirstOrDefault(c => c.Property.Name == name);
}
