using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>Which files a dataset is read from.</summary>
public static class SourceFiles
{
    private const string AtomInit = "atom_init.json";

    /// <summary>
    /// Full paths of the files on whose content a dataset depends: the file itself, and those that a table names; or the tables, the
    /// files of crystals and the element features of a folder. By name, those of a table in its order; some may not exist.
    /// </summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="limits">How much is read.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InputLimitException">A table exceeds a limit.</exception>
    public static IEnumerable<string> Of(string path, InputLimits limits) => Of(path, limits, CrystalFormats.All);

    /// <summary>The same, with the formats of crystals that are known.</summary>
    internal static IEnumerable<string> Of(string path, InputLimits limits, ImmutableArray<CrystalFormat> formats)
    {
        path = Path.GetFullPath(path);
        if (FolderDatasetReader.LoneTableOf(path, formats) is { } lone)
            return [lone, .. Named(lone, limits, formats), .. Directory.EnumerateFiles(path, AtomInit)];
        if (Directory.Exists(path))
            return FolderDatasetReader.TablesOf(path).Concat(CrystalFolder.FilesOf(path, formats))
                .Concat(Directory.EnumerateFiles(path, AtomInit)).Order(StringComparer.Ordinal);
        return File.Exists(path) && TableFile.IsTable(path, limits, formats) ? [path, .. Named(path, limits, formats)] : [path];
    }

    private static string[] Named(string path, InputLimits limits, ImmutableArray<CrystalFormat> formats)
    {
        var folder = Path.GetDirectoryName(path)!;
        using var file = TableFile.Open(path, limits);
        if (file.Rows.Next() is not { } header) return [];
        var first = new List<List<string>>();
        while (first.Count < TableLayout.RowsLookedAt && file.Rows.Next() is { } row)
            if (row.Count == header.Count)
                first.Add(row);
        if (TableLayout.Of(header, first, folder, formats) is not { HoldsPaths: true, Crystal: { } column }) return [];
        var names = new List<string>();
        foreach (var row in first) Add(row);
        while (file.Rows.Next() is { } row) Add(row);
        return [.. names.Distinct(StringComparer.Ordinal)];

        void Add(List<string> row)
        {
            if (row.Count == header.Count && CrystalCell.PathIn(row[column], folder, formats) is { } name) names.Add(name);
        }
    }
}
