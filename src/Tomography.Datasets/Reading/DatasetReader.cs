using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// Reads datasets. A material whose crystal or id is unusable is set aside, a value that cannot be read counts as missing; both are
/// counted in the problems, one per kind. Crystals are read in parallel; the order is that of the source.
/// </summary>
public static class DatasetReader
{
    private static readonly string[] s_ignoredColumns =
    [
        "pretty_formula", "formula", "formula_pretty", "composition", "chemical_formula", "chemical_formula_reduced", "reduced_formula",
        "full_formula", "chemsys",
    ];

    /// <summary>Names of columns that hold ids, in lower case, the more particular first.</summary>
    internal static IReadOnlyList<string> IdColumns => KnownIds.Names;

    /// <summary>
    /// Reads crystals in any form that is known: a table (CSV or with another delimiter) with a column of CIF texts, structures of pymatgen
    /// or paths, or with formulas alone; a file of crystals (CIF, POSCAR, extended XYZ, JSON of pymatgen, JARVIS, OPTIMADE and others); or
    /// a folder of such files, with tables that give their properties or without. All of them plain or compressed by gzip.
    /// </summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    public static DatasetReadResult ReadFile(string path, ReadOptions? options = null) => Read(path, options, SourceForm.Any);

    /// <summary>
    /// Reads a table with a header, a column of crystals, ids in <c>material_id</c> or another column that names them, and properties in
    /// the others. Columns that nobody knows become properties by what they hold: numbers, or classes where they are a few words that
    /// repeat. What is no table is read as what it is, with a note.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    public static DatasetReadResult ReadCsv(string path, ReadOptions? options = null) => Read(path, options, SourceForm.Table);

    /// <summary>
    /// Reads a folder of crystals with tables: those of CGCNN, <c>id_PROPERTY.csv</c> with lines <c>ID,value</c> and no header
    /// (<c>id_prop.csv</c> is the property <c>prop</c>), or any with a header. Materials are those that the tables name, in the order of
    /// their first mention, tables by name. Element features stand in <c>atom_init.json</c> where there is one. What is no folder is read
    /// as what it is, with a note.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    public static DatasetReadResult ReadFolder(string path, ReadOptions? options = null) => Read(path, options, SourceForm.Folder);

    /// <summary>Reads all crystals of a file or folder, whatever tables say of them, and no property of a table.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    public static DatasetReadResult ReadCrystals(string path, ReadOptions? options = null) =>
        Directory.Exists(path)
            ? Guarded(path, problems => new FileDatasetReader(path, problems, options ?? ReadOptions.Default).Read()).Select([])
            : ReadFile(path, options).Select([]);

    private static DatasetReadResult Read(string path, ReadOptions? options, SourceForm wanted) => Guarded(path, problems =>
    {
        options ??= ReadOptions.Default;
        if (!Path.Exists(path)) return Unreadable(problems, $"{path}: no such file or folder");
        if (FolderDatasetReader.LoneTableOf(path, options.Formats) is { } lone)
            return new TableDatasetReader(lone, problems, options with { Elements = FolderDatasetReader.ElementsOf(path, options) }).Read();
        var form = FormOf(path, options);
        if (wanted is not SourceForm.Any && form != wanted)
            problems.Add(
                DataProblemKind.HowRead, $"{Path.GetFileName(path)} is {Words(form, path)}, and is read as one; name it by 'file:'");
        return form switch
        {
            SourceForm.Table => new TableDatasetReader(path, problems, options).Read(),
            SourceForm.Folder => new FolderDatasetReader(Path.GetFullPath(path), problems, options).Read(),
            _ => new FileDatasetReader(path, problems, options).Read(),
        };
    });

    /// <summary>What a path names. A folder without tables is but many files of crystals.</summary>
    private static SourceForm FormOf(string path, ReadOptions options)
    {
        if (!Directory.Exists(path))
            return TableFile.IsTable(path, options.Limits, options.Formats) ? SourceForm.Table : SourceForm.Crystals;
        return FolderDatasetReader.TablesOf(path).Length > 0 ? SourceForm.Folder : SourceForm.Crystals;
    }

    private static string Words(SourceForm form, string path) => form switch
    {
        SourceForm.Table => "a table",
        SourceForm.Folder => "a folder of crystals with tables",
        _ => Directory.Exists(path) ? "a folder of crystals" : "a file of crystals",
    };

    /// <summary>
    /// The problem of a file that is longer than <see cref="InputLimits.MostFileBytes"/>, told by its length alone; null where it is not,
    /// or not there.
    /// </summary>
    public static DataProblem? CheckSize(string file, InputLimits limits)
    {
        var problems = new DataProblemList();
        if (InputFile.Excess(file, limits) is { } excess) problems.Add(DataProblemKind.SourceTooLarge, $"{file}: {excess}");
        return problems.ToProblems().FirstOrDefault();
    }

    /// <summary>
    /// The problem of a file that has no end within <see cref="InputLimits.MostFileBytes"/>, whatever its length says: a device, for
    /// instance.
    /// </summary>
    public static DataProblem TooLarge(string file, InputLimits limits)
    {
        var problems = new DataProblemList();
        problems.Add(
            DataProblemKind.SourceTooLarge,
            $"{file}: it does not end within {limits.MostFileBytes} bytes; -p:TomographyLimits=FileBytes=N raises the limit");
        return problems.ToProblems()[0];
    }

    private static DatasetReadResult Guarded(string path, Func<DataProblemList, DatasetReadResult> read)
    {
        var problems = new DataProblemList();
        try
        {
            return read(problems);
        }
        catch (InputLimitException e)
        {
            problems.Add(DataProblemKind.SourceTooLarge, Placed(path, e));
            return new(null, problems.ToProblems(), 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            return Unreadable(problems, Placed(path, e));
        }
    }

    private static string Placed(string path, Exception e) =>
        e.Message.Contains(path, StringComparison.Ordinal) ? e.Message : $"{path}: {e.Message}";

    internal static DatasetReadResult Unreadable(DataProblemList problems, string place)
    {
        problems.Add(DataProblemKind.Source, place);
        return new(null, problems.ToProblems(), 0);
    }

    internal static bool IsId(string column) => IdColumns.Contains(column, StringComparer.OrdinalIgnoreCase);

    internal static bool IsIgnored(string column) => s_ignoredColumns.Contains(column, StringComparer.OrdinalIgnoreCase);

    internal static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        var dot = name.IndexOf('.', 1);
        return dot < 0 ? name : name[..dot];
    }
}
