using System.Collections.Immutable;

namespace Tomography.Datasets;

/// <summary>Takes remarks one by one; a remark is made only where it is one of those that are kept.</summary>
/// <param name="before">Those that stand before.</param>
internal sealed class RemarkBuilder(RemarkList before)
{
    private readonly List<DatasetRemark> _entries = [.. before.Entries];
    private readonly Dictionary<string, int> _counts = new(before.Counts, StringComparer.Ordinal);

    /// <summary>None yet.</summary>
    public RemarkBuilder()
        : this(RemarkList.Empty)
    {
    }

    /// <summary>A remark.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="make">Makes it.</param>
    public void Add(string kind, Func<DatasetRemark> make)
    {
        if (_entries.Count < RemarkList.Most) _entries.Add(make());
        Count(kind, 1);
    }

    /// <summary>Counts remarks that are not listed.</summary>
    public void Count(string kind, int count) => _counts[kind] = _counts.GetValueOrDefault(kind) + count;

    /// <summary>All of them.</summary>
    public RemarkList ToList() => new([.. _entries], _counts.ToImmutableSortedDictionary(StringComparer.Ordinal));
}
