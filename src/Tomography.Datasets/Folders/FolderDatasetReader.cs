using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// A folder of crystals, a file each or several in one, whose properties stand in tables: those of CGCNN (<c>id_PROPERTY.csv</c>) or any
/// with a header. Materials are those that tables name, in the order of their first mention, tables by name.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="options">How it is read.</param>
internal sealed class FolderDatasetReader(string path, DataProblemList problems, ReadOptions options)
{
    private const int MostShown = 5;

    private readonly InputLimits _limits = options.Limits;
    private readonly CrystalFolder _files = new(path, options.Formats);
    private readonly List<ColumnReading> _columns = [];
    private readonly Dictionary<string, SourceRow> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KeyValuePair<string, string>>> _stated = new(StringComparer.Ordinal);
    private readonly List<SourceRow> _rows = [];

    /// <summary>The tables of a folder, by name.</summary>
    public static string[] TablesOf(string path)
    {
        var tables = Directory.EnumerateFiles(path).Where(f => TableFile.IsNameOf(f) && Path.GetFileName(f)[0] != '.');
        return [.. tables.Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The table of a folder that has one table and no crystals: those stand in the table itself, or in files that it names. Null for all
    /// else.
    /// </summary>
    public static string? LoneTableOf(string path, ImmutableArray<CrystalFormat> formats) =>
        Directory.Exists(path) && TablesOf(path) is [var one] && !FolderTable.IsCgcnn(one) && !CrystalFolder.FilesOf(path, formats).Any()
            ? one
            : null;

    /// <summary>The features of elements: those asked for, or else those that the folder brings.</summary>
    public static ElementFeatureTable ElementsOf(string path, ReadOptions options)
    {
        var atomInit = Path.Combine(path, "atom_init.json");
        return options.Elements ?? (File.Exists(atomInit) ? AtomInitFile.Read(atomInit, options.Limits) : ElementFeatures.BuiltIn);
    }

    /// <summary>Reads.</summary>
    public DatasetReadResult Read()
    {
        var names = TablesOf(path);
        if (names.Length > _limits.MostColumns)
            throw new InputLimitException(
                $"{path}: there are more than {_limits.MostColumns} tables; {_limits.HowToRaise(nameof(InputLimits.MostColumns))}.");
        var tables = names.Select(n => FolderTable.Open(n, _files, _limits)).ToArray();
        var owners = tables.Select(OwnersOf).ToArray();
        if (_columns.Count == 0) return DatasetReader.Unreadable(problems, $"{path}: no table of the folder has a column of values");
        var features = ElementsOf(path, options);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        var builder = new SourceTableBuilder(name, [.. _columns], features, problems, options);
        for (var t = 0; t < tables.Length; t++) ReadRows(tables[t], owners[t], builder);
        var inLists = InLists();
        foreach (var row in _rows)
        {
            var isListed = inLists.TryGetValue(row.Id, out var entry);
            builder.Add(Held(isListed ? row with { ReadCrystal = () => RowCrystal.OfEntry(entry!) } : row));
        }

        TellUnnamed(inLists.Values.Count > 0);
        string[] all = [.. tables.SelectMany(t => t.Columns)];
        var missing = ColumnChoice.Missing(options.Catalogue, all);
        return builder.Build(all) with { MissingColumns = missing };
    }

    /// <summary>A row whose crystal is held against what the tables state of it.</summary>
    private SourceRow Held(SourceRow row) =>
        _stated.TryGetValue(row.Id, out var stated) ? row with { ReadCrystal = () => row.ReadCrystal().Against(stated) } : row;

    private void State(string id, string column, string value)
    {
        if (!StatedBeside.Says(column)) return;
        if (!_stated.TryGetValue(id, out var stated)) _stated[id] = stated = [];
        stated.Add(new(column, value));
    }

    /// <summary>The columns of a table among all of them; one column may be several properties.</summary>
    private int[][] OwnersOf(FolderTable table)
    {
        if (table.Note is { } note) problems.Add(DataProblemKind.HowRead, note);
        return
        [
            .. table.Columns.Select(name => ColumnChoice.Of(options.Catalogue, name, $"{table.Name}, {name}", problems)
                .Select(column => Add(table, name, column)).Where(at => at >= 0).ToArray()),
        ];
    }

    private int Add(FolderTable table, string name, ColumnReading column)
    {
        if (_columns.Exists(c => c.Name == column.Name))
        {
            problems.Add(DataProblemKind.RepeatedColumn, $"{table.Name}, {Excerpt.Of(name)}: another column is {column.Name} already");
            return -1;
        }

        _columns.Add(column);
        return _columns.Count - 1;
    }

    private void ReadRows(FolderTable table, int[][] owners, SourceTableBuilder builder)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var comma = new DecimalComma(table.Delimiter);
        foreach (var (line, name, values) in table.Rows)
        {
            var place = new RowPlace(table.Name, line, name) { Before = $"{table.Name} " };
            if (values is null || name.Length == 0)
            {
                var expected = table.Columns.Count == 1 ? "ID,value" : "as many fields as columns";
                problems.Note(DataProblemKind.RowLength, place, $"expected {expected}");
                continue;
            }

            // An id with folder separators could name a file elsewhere.
            if (name != Path.GetFileName(name) || name.Contains('\0'))
                throw new FormatException($"{place}: '{Excerpt.Of(name)}' is not the name of a file of crystals.");
            var id = _files.StemOf(name);
            if (!seen.Add(id))
            {
                problems.Note(DataProblemKind.RepeatedId, place);
                continue;
            }

            if (!_byId.TryGetValue(id, out var row))
            {
                builder.CountRow();
                var file = _files.Find(name) ?? _files.Find(id);
                row = new(place, id, () => file is null ? NoFile(id) : RowCrystal.OfFile(file, options), 0, Empty(_columns.Count));
                _rows.Add(_byId[id] = row);
            }

            for (var v = 0; v < values.Length; v++)
            {
                State(id, table.Columns[v], values[v]);
                foreach (var column in owners[v]) row.Values[column] = _columns[column].Read(comma.Read(values[v]), place);
            }
        }

        if (comma.WasRead) problems.Add(DataProblemKind.HowRead, $"{table.Name}: {DecimalComma.Note}");
    }

    /// <summary>Crystals of files that hold several, by id: those of materials that have no file of their own.</summary>
    private Dictionary<string, CrystalEntry> InLists()
    {
        var wanted = _byId.Keys.Where(id => !_files.Has(id)).ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, CrystalEntry>(StringComparer.Ordinal);
        if (wanted.Count == 0) return found;
        foreach (var file in _files.Files.Where(f => !_byId.ContainsKey(_files.StemOf(Path.GetFileName(f)))))
            foreach (var entry in CrystalFile.Read(file, options.Crystals))
                if (entry.Id is { } id && wanted.Contains(id))
                    found.TryAdd(id, entry);
        return found;
    }

    private void TellUnnamed(bool hasLists)
    {
        if (hasLists) return;
        var unnamed = _files.Files.Select(f => Path.GetFileName(f)).Where(n => !_byId.ContainsKey(_files.StemOf(n))).ToArray();
        foreach (var file in unnamed) problems.ListUnnamed(file);
        if (unnamed.Length > 0)
            problems.Add(
                DataProblemKind.HowRead,
                $"files of crystals that no table names are left out, {unnamed.Length} in all: {string.Join(", ", unnamed.Take(MostShown))}"
                    + $"{(unnamed.Length > MostShown ? ", ..." : "")}");
    }

    private RowCrystal NoFile(string id)
    {
        var example = _files.Files.FirstOrDefault() is { } first ? $"; the folder has files like '{Path.GetFileName(first)}'" : "";
        return RowCrystal.None(
            DataProblemKind.MissingFile, $"there is no file '{Excerpt.Of(id, 60)}.cif', nor of another format{example}");
    }

    private static Cell[] Empty(int count)
    {
        var cells = new Cell[count];
        Array.Fill(cells, Cell.Missing);
        return cells;
    }
}
