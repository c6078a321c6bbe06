using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>The files of crystals of a folder, found by the ids that tables give them: a file's name, with its ending or without.</summary>
internal sealed class CrystalFolder
{
    private const string AtomInit = "atom_init.json";

    private readonly ImmutableArray<CrystalFormat> _formats;
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byStem = new(StringComparer.Ordinal);

    /// <summary>Looks through a folder, not into its files.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="formats">The formats of crystals that are known.</param>
    public CrystalFolder(string path, ImmutableArray<CrystalFormat> formats)
    {
        Path = path;
        _formats = formats;
        // Where two formats give one crystal, the first of the formats is meant.
        var files = FilesOf(path, formats).OrderBy(f => Rank(f, formats)).ThenBy(f => f, StringComparer.Ordinal);
        foreach (var file in files)
        {
            var name = System.IO.Path.GetFileName(file);
            _byName[name] = file;
            _byStem.TryAdd(StemOf(name), file);
        }
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Its files of crystals, by name.</summary>
    public IEnumerable<string> Files => _byName.Values.Order(StringComparer.Ordinal);

    /// <summary>Files of a folder whose names are those of crystals; hidden ones and the features of elements are none.</summary>
    public static IEnumerable<string> FilesOf(string path, ImmutableArray<CrystalFormat> formats) =>
        Directory.EnumerateFiles(path).Where(f => System.IO.Path.GetFileName(f) is { } name
                && name[0] != '.' && name != AtomInit && Rank(name, formats) < int.MaxValue)
            .Order(StringComparer.Ordinal);

    /// <summary>The id of a file or of what a table calls it: its name without the ending of a format of crystals.</summary>
    public string StemOf(string name)
    {
        var plain = CrystalFile.PlainName(name);
        var endings = _formats.SelectMany(f => f.Extensions);
        var ending = endings.FirstOrDefault(e => plain.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        return ending is null || ending.Length == plain.Length ? plain : plain[..^ending.Length];
    }

    /// <summary>Whether the folder has a file of an id.</summary>
    public bool Has(string id) => Find(id) is not null;

    /// <summary>The full path of the file of an id; null where there is none.</summary>
    public string? Find(string id) => _byName.TryGetValue(id, out var file) || _byStem.TryGetValue(id, out file) ? file : null;

    private static int Rank(string file, ImmutableArray<CrystalFormat> all)
    {
        var name = CrystalFile.PlainName(System.IO.Path.GetFileName(file));
        for (var i = 0; i < all.Length; i++)
            if (all[i].IsNameOf(name))
                return i;
        return int.MaxValue;
    }
}
