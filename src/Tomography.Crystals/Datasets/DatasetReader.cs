
namespace Tomography.Crystals;

/// <summary>
/// Reads data sets. A material whose crystal or id is unusable is set aside, a value that cannot be read counts as missing; both are
/// counted in the problems, one per kind. Crystals are read in parallel; the order is that of the source.
/// </summary>
public static class DatasetReader
{
    private static readonly string[] s_idColumns = ["material_id", "id"];
    private static readonly string[] s_ignoredColumns = ["pretty_formula", "formula"];

    /// <summary>
    /// Reads a table of comma-separated values (plain, or compressed where the name ends in <c>.gz</c>) with a header, a column <c>cif</c>, ids in
    /// <c>material_id</c> or <c>id</c> or else the first column, and properties in the others. Columns unknown to the
    /// <see cref="PropertyRegistry"/> become numeric properties where their first values are numbers.
    /// </summary>
    public static DatasetReadResult ReadCsv(string path)
    {
        var problems = new DataProblemList();
        try
        {
            using var file = File.OpenRead(path);
            using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new WholeGzipStream(file) : file;
            using var reader = new StreamReader(stream);
            return new CsvDatasetReader(NameOf(path), new(reader), problems).Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Unreadable(problems, $"{path}: {e.Message}");
        }
    }

    /// <summary>
    /// Reads a CGCNN folder: <c>ID.cif</c> per material, <c>id_PROPERTY.csv</c> per property with lines <c>ID,value</c> and no header
    /// (<c>id_prop.csv</c> is the property <c>prop</c>), and the element features in <c>atom_init.json</c> where there is one. Materials are those that
    /// the tables name, in the order of their first mention, tables by name.
    /// </summary>
    public static DatasetReadResult ReadFolder(string path)
    {
        var problems = new DataProblemList();
        try
        {
            return new FolderDatasetReader(path, problems).Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return Unreadable(problems, e.Message);
        }
    }

    internal static DatasetReadResult Unreadable(DataProblemList problems, string place)
    {
        problems.Add(DataProblemKind.Source, place);
        return new(null, problems.ToProblems(), 0);
    }

    internal static bool IsId(string column) => s_idColumns.Contains(column, StringComparer.OrdinalIgnoreCase);

    internal static bool IsIgnored(string column) => s_ignoredColumns.Contains(column, StringComparer.OrdinalIgnoreCase);

    private static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        var dot = name.IndexOf('.', 1);
        return dot < 0 ? name : name[..dot];
    }
}
