using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A file of crystals in any format, or a folder of such files, to a dataset: its properties stand beside them.</summary>
/// <param name="path">The file or folder.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="options">How they are read.</param>
internal sealed class FileDatasetReader(string path, DataProblemList problems, ReadOptions options)
{
    private readonly InputLimits _limits = options.Limits;
    private readonly Dictionary<string, (int Place, ColumnReading Column)[]> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<PropertyName> _names = [];
    private readonly SourceTableBuilder _table =
        new(DatasetReader.NameOf(path), [], options.Elements ?? ElementFeatures.BuiltIn, problems, options);

    // The first document tells whether crystals are described or formulas stand for them.
    private bool? _hasFormulasOnly;

    /// <summary>Reads.</summary>
    public DatasetReadResult Read()
    {
        var isFolder = Directory.Exists(path);
        if (!isFolder && !File.Exists(path)) return DatasetReader.Unreadable(problems, $"{path}: no such file or folder");
        var crystals = 0;
        foreach (var file in isFolder ? Files() : [path]) crystals += Read(file, isFolder);
        _table.HasFormulasOnly = _hasFormulasOnly == true;
        var table = _table.Build(_columns.Keys);
        if (crystals == 0)
            return DatasetReader.Unreadable(
                problems, problems.IsEmpty ? $"{path}: no file of crystals is in the folder" : $"{path}: no crystal can be read");
        return table with { MissingColumns = ColumnChoice.Missing(options.Catalogue, _columns.Keys) };
    }

    /// <summary>Files of the folder by name; hidden ones are nobody's data.</summary>
    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(path).Where(f => Path.GetFileName(f)[0] != '.').Order(StringComparer.Ordinal);

    /// <summary>Reads a file; gives how many crystals it holds.</summary>
    private int Read(string file, bool isInFolder)
    {
        var name = Path.GetFileName(file);
        if (isInFolder && !options.Formats.Any(f => f.IsNameOf(WithoutGz(name)))) return 0;
        var (stem, task, number, crystals) = (StemOf(name), MatbenchTask.OfFile(name), 0, 0);
        CrystalEntry? first = null;
        foreach (var entry in CrystalFile.Read(file, options.Crystals))
        {
            number++;
            _hasFormulasOnly ??= entry.Crystal is null && entry.Formula is not null;
            // Whether a file holds one crystal, named by the file, or several is known with the second.
            if (number == 1) first = entry;
            else
            {
                if (first is not null) Add(first, IdOf(1), name, isOne: false);
                first = null;
                Add(entry, IdOf(number), name, isOne: false);
            }

            if (entry.Crystal is not null || _hasFormulasOnly == true && entry.Formula is not null) crystals++;
        }

        if (first is not null) Add(first, stem, name, isInFolder);
        return crystals;

        string IdOf(int place) => task?.IdOf(place - 1) ?? $"{stem}-{place}";
    }

    private void Add(CrystalEntry entry, string otherwise, string file, bool isOne)
    {
        _table.CountRow();
        var id = isOne ? otherwise : entry.Id ?? otherwise;
        var place = new RowPlace(file, 0, id) { Inside = entry.Place, Before = $"{file}, " };
        if (entry.Crystal is null && entry.EndsFile)
        {
            _table.SetAside(
                DataProblemKind.UnreadableCrystal, new(file, 0, "") { Before = file }, RowCrystal.OfEntry(entry).Reason);
            return;
        }

        var cells = new List<Cell>();
        foreach (var (key, text) in entry.Values)
        {
            if (MagnetizationUnit.IsSuperseded(key, entry.Values.Select(v => v.Key))) continue;
            foreach (var (at, column) in ColumnsOf(key))
            {
                while (cells.Count <= at) cells.Add(Cell.Missing);
                cells[at] = column.Read(text, place);
            }
        }

        _table.Add(new(place, id, () => CrystalOf(entry), 0, [.. cells]));
    }

    private RowCrystal CrystalOf(CrystalEntry entry) =>
        _hasFormulasOnly != true ? RowCrystal.OfEntry(entry)
        : entry.Formula is { } formula ? RowCrystal.OfFormula(formula)
        : RowCrystal.None(DataProblemKind.UnreadableCrystal, "it states no formula, as the first document does");

    private (int Place, ColumnReading Column)[] ColumnsOf(string key)
    {
        if (_columns.TryGetValue(key, out var known)) return known;
        if (_columns.Count >= _limits.MostColumns)
            throw new InputLimitException(
                $"There are more than {_limits.MostColumns} values beside crystals; "
                    + $"{_limits.HowToRaise(nameof(InputLimits.MostColumns))}.");
        // Ids and formulas stand beside crystals, too, and are no properties.
        if (DatasetReader.IsIgnored(key) || DatasetReader.IsId(key) || KnownIds.IsId(key)) return _columns[key] = [];
        var columns = ColumnChoice.Of(options.Catalogue, key, key, problems).Where(c => _names.Add(c.Name)).ToArray();
        return _columns[key] = [.. columns.Select(c => (_table.AddColumn(c), c))];
    }

    private static string WithoutGz(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;

    private static string StemOf(string name)
    {
        name = WithoutGz(name);
        var stem = Path.GetFileNameWithoutExtension(name);
        return stem.Length == 0 ? name : stem;
    }
}
