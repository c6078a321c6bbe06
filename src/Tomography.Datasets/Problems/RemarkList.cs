using System.Collections.Immutable;

namespace Tomography.Datasets;

/// <summary>Remarks in the order in which they were made: the first of them in full, all of them counted.</summary>
/// <param name="Entries">The first, at most <see cref="Most"/>.</param>
/// <param name="Counts">How many there are of each kind.</param>
public sealed record RemarkList(ImmutableArray<DatasetRemark> Entries, ImmutableSortedDictionary<string, int> Counts)
{
    /// <summary>How many are kept at most: a source may be wrong in every row, and memory has an end.</summary>
    public const int Most = 100_000;

    /// <summary>No remark.</summary>
    public static RemarkList Empty { get; } = new([], ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>How many there are.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>How many of them are counted only.</summary>
    public int More => Total - Entries.Length;

    /// <summary>With further remarks behind these.</summary>
    public RemarkList Add(IEnumerable<DatasetRemark> further)
    {
        var builder = new RemarkBuilder(this);
        foreach (var remark in further) builder.Add(remark.Kind, () => remark);
        return builder.ToList();
    }
}
