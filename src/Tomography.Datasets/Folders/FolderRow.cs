using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A row of a table of a folder.</summary>
/// <param name="Line">On which line it starts, from 1.</param>
/// <param name="Id">The id, as it stands there.</param>
/// <param name="Values">The values, one per column; null where the row has another number of fields.</param>
internal sealed record FolderRow(int Line, string Id, string[]? Values)
{
    /// <summary>The rows of a table behind its header.</summary>
    /// <param name="path">The table.</param>
    /// <param name="width">How many fields a row has.</param>
    /// <param name="hasHeader">Whether the first row names the columns.</param>
    /// <param name="id">The place of ids.</param>
    /// <param name="values">The places of values.</param>
    /// <param name="limits">How much is read.</param>
    public static IEnumerable<FolderRow> All(string path, int width, bool hasHeader, int id, int[] values, InputLimits limits)
    {
        using var file = TableFile.Open(path, limits);
        if (hasHeader) file.Rows.Next();
        var isFirst = true;
        while (file.Rows.Next() is { } row)
        {
            if (isFirst && row[0].StartsWith('\uFEFF')) row[0] = row[0][1..];
            isFirst = false;
            yield return row.Count == width
                ? new(file.Rows.Line, row[id].Trim(), [.. values.Select(v => row[v])])
                : new(file.Rows.Line, row[Math.Min(id, row.Count - 1)].Trim(), null);
        }
    }
}
