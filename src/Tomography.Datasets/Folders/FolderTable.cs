using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A table of a folder of crystals: ids, and one column of values or several.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Columns">Names of the columns of values.</param>
/// <param name="Rows">Its rows as they come.</param>
/// <param name="Note">How it was understood; null where that needs no word.</param>
internal sealed record FolderTable(string Path, IReadOnlyList<string> Columns, IEnumerable<FolderRow> Rows, string? Note)
{
    /// <summary>What parts its fields.</summary>
    public char Delimiter { get; init; } = ',';

    // A table of CGCNN is called after its one property.
    private const string Prefix = "id_";

    /// <summary>Its name in messages.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Whether it is a table of CGCNN, <c>id_PROPERTY.csv</c>, by its name.</summary>
    public static bool IsCgcnn(string path) => System.IO.Path.GetFileName(path).StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Opens a table.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="files">The crystals of the folder.</param>
    /// <param name="limits">How much is read.</param>
    /// <exception cref="FormatException">It is no table of ids and values; the message says why.</exception>
    public static FolderTable Open(string path, CrystalFolder files, InputLimits limits)
    {
        using var file = TableFile.Open(path, limits);
        var name = System.IO.Path.GetFileName(path);
        if (file.Rows.Next() is not { } first) return new(path, [], [], $"{name} is empty");
        TableHeader.Tidy(first, limits);
        var property = PropertyOf(path);
        if (first.Count < 2)
            throw new FormatException(
                $"{name} line 1: there is one field, '{Excerpt.Of(first[0], 60)}', where an id and a value were expected, parted by a "
                    + "comma");
        var isHeader = TableHeader.Is(first) && !files.Has(first[0]);
        if (!isHeader && first.Count > 2)
            throw new FormatException(
                $"{name} line 1: there are {first.Count} fields and no header; write one table id_PROPERTY.csv per property with ID,value, "
                    + "or a first line that names the columns");
        var id = isHeader ? IdOf(path, first, files, limits) : 0;
        int[] values = [.. Enumerable.Range(0, first.Count).Where(i => i != id && !(isHeader && IsNoProperty(first[i])))];
        // The name of the file names the property of a table of CGCNN, whatever its header calls it.
        var isOne = values.Length == 1 && (!isHeader || IsCgcnn(path));
        var note = isHeader && isOne ? $"{name}: its first line, {Excerpt.Of(string.Join(',', first), 60)}, names columns"
            : file.Rows.Delimiter != ',' && IsCgcnn(path) ? $"{name}: fields are parted by {Shown(file.Rows.Delimiter)}"
            : !isHeader && !IsCgcnn(path) ? $"{name}: without a header, its values are the property {property}"
            : null;
        return new(
            path, isOne ? [property] : [.. values.Select(v => first[v])],
            FolderRow.All(path, first.Count, isHeader, id, values, limits), note)
        {
            Delimiter = file.Rows.Delimiter,
        };
    }

    private static string PropertyOf(string path)
    {
        var stem = DatasetReader.NameOf(path);
        return IsCgcnn(path) && stem.Length > Prefix.Length ? stem[Prefix.Length..] : stem;
    }

    // The column whose values name files of the folder, or else the one with the name of ids.
    private static int IdOf(string path, List<string> header, CrystalFolder files, InputLimits limits)
    {
        using var file = TableFile.Open(path, limits);
        file.Rows.Next();
        var hits = new int[header.Count];
        for (var i = 0; i < TableLayout.RowsLookedAt && file.Rows.Next() is { } row; i++)
            for (var c = 0; c < Math.Min(row.Count, hits.Length); c++)
                if (files.Has(row[c].Trim()))
                    hits[c]++;
        return hits.Max() > 0 ? Array.IndexOf(hits, hits.Max()) : Math.Max(0, header.FindIndex(DatasetReader.IsId));
    }

    private static bool IsNoProperty(string column) =>
        TableLayout.IsIndex(column) || DatasetReader.IsIgnored(column) || DatasetReader.IsId(column);

    private static string Shown(char delimiter) => delimiter switch { '\t' => "tabs", ' ' => "blanks", _ => $"'{delimiter}'" };
}
