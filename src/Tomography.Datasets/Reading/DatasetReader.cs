using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// Reads datasets. A material whose crystal or id is unusable is set aside, a value that cannot be read counts as missing; both are
/// counted in the problems, one per kind. Crystals are read in parallel; the order is that of the source.
/// </summary>
public static class DatasetReader
{
    private static readonly string[] s_idColumns = ["material_id", "id"];
    private static readonly string[] s_ignoredColumns = ["pretty_formula", "formula"];

    /// <summary>
    /// Reads a table of comma-separated values (plain, or compressed where the name ends in <c>.gz</c>) with a header, a column <c>cif</c>,
    /// ids in
    /// <c>material_id</c> or <c>id</c> or else the first column, and properties in the others. Columns that nobody knows
    /// become properties by what they hold: numbers, or classes where they are a few words that repeat.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    public static DatasetReadResult ReadCsv(string path, ReadOptions? options = null) => Guarded(path, problems =>
    {
        options ??= ReadOptions.Default;
        var limits = options.Limits;
        InputFile.RequireSize(path, limits);
        using var file = InputFile.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new WholeGzipStream(file, limits) : file;
        using var reader = new StreamReader(stream);
        return new CsvDatasetReader(NameOf(path), new(reader, limits), problems, options).Read();
    });

    /// <summary>
    /// Reads a CGCNN folder: <c>ID.cif</c> per material, <c>id_PROPERTY.csv</c> per property with lines <c>ID,value</c> and no header
    /// (<c>id_prop.csv</c> is the property <c>prop</c>), and the element features in <c>atom_init.json</c> where there is one. Materials
    /// are those that the tables name, in the order of their first mention, tables by name.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    public static DatasetReadResult ReadFolder(string path, ReadOptions? options = null) =>
        Guarded(path, problems => new FolderDatasetReader(path, problems, options ?? ReadOptions.Default).Read());

    /// <summary>
    /// Reads crystals in any format that is known: a table of comma-separated values or a CGCNN folder, where it is one; else a file of
    /// crystals (CIF, POSCAR, extended XYZ, JSON of pymatgen, JARVIS, OPTIMADE and others; plain or compressed by gzip), or a folder of
    /// such files. Properties are what files state beside the crystals. Ids are those that files state, or else names of files.
    /// </summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    public static DatasetReadResult ReadFile(string path, ReadOptions? options = null)
    {
        if (IsTable(path)) return ReadCsv(path, options);
        if (Directory.Exists(path) && Directory.EnumerateFiles(path, "id_*.csv").Any()) return ReadFolder(path, options);
        return Guarded(path, problems => new FileDatasetReader(path, problems, options ?? ReadOptions.Default).Read());
    }

    private static bool IsTable(string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads every <c>ID.cif</c> of a folder, by name, and no property.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    public static DatasetReadResult ReadCrystals(string path, ReadOptions? options = null) =>
        Guarded(path, problems => new FolderDatasetReader(path, problems, options ?? ReadOptions.Default).ReadCrystals());

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

    internal static bool IsId(string column) => s_idColumns.Contains(column, StringComparer.OrdinalIgnoreCase);

    internal static bool IsIgnored(string column) => s_ignoredColumns.Contains(column, StringComparer.OrdinalIgnoreCase);

    internal static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        var dot = name.IndexOf('.', 1);
        return dot < 0 ? name : name[..dot];
    }
}
