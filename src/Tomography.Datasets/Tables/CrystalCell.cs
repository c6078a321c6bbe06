using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// A cell that holds a crystal: its text in any format of single crystals, a dictionary of pymatgen or JARVIS, or the path of its file.
/// </summary>
internal static class CrystalCell
{
    private const int LongestPath = 1000;
    private const string PrintedStructure = "Full Formula (";

    /// <summary>Whether a cell looks like one.</summary>
    /// <param name="text">What it holds.</param>
    /// <param name="folder">From which paths start.</param>
    /// <param name="formats">The formats of crystals that are known.</param>
    public static bool Is(string text, string folder, ImmutableArray<CrystalFormat> formats) =>
        text.StartsWith(PrintedStructure, StringComparison.Ordinal) || IsText(text, formats) || PathIn(text, folder, formats) is not null;

    /// <summary>The full path that a cell holds; null where it holds none.</summary>
    /// <param name="text">What it holds.</param>
    /// <param name="folder">From which paths start.</param>
    /// <param name="formats">The formats of crystals that are known.</param>
    public static string? PathIn(string text, string folder, ImmutableArray<CrystalFormat> formats)
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestPath || text.AsSpan().IndexOfAny("\n{}<>|\"*?\0") >= 0) return null;
        // A table written on Windows parts folders by back slashes.
        var path = Path.GetFullPath(Path.DirectorySeparatorChar == '/' ? text.Replace('\\', '/') : text, folder);
        var name = CrystalFile.PlainName(Path.GetFileName(path));
        return formats.Any(f => f.IsNameOf(name)) || name.Length > 0 && File.Exists(path) ? path : null;
    }

    /// <summary>Reads the crystal of a cell.</summary>
    /// <param name="text">What it holds.</param>
    /// <param name="folder">From which paths start.</param>
    /// <param name="mayBePath">Whether cells of the column hold paths.</param>
    /// <param name="options">How crystals are read.</param>
    public static RowCrystal Read(string text, string folder, bool mayBePath, ReadOptions options)
    {
        if (PathIn(text, folder, options.Formats) is { } path)
            return mayBePath
                ? RowCrystal.OfFile(path, options)
                : RowCrystal.None(
                    DataProblemKind.UnreadableCrystal, "the cell holds a path, and the first cells of its column hold crystals themselves");
        if (text.StartsWith(PrintedStructure, StringComparison.Ordinal))
            return RowCrystal.None(
                DataProblemKind.UnreadableCrystal,
                "the cell holds a structure as pymatgen prints it for people; write structure.to(fmt=\"cif\") into the table");
        if (IsJson(text)) return OfJson(text, options.Crystals);
        var format = CrystalFormats.Find(options.Formats, "", text.Length > 1 << 14 ? text[..(1 << 14)] : text);
        return format is null or CifFormat
            ? RowCrystal.OfCif(() => text, options.Crystals)
            : RowCrystal.OfEntries(
                CrystalFile.Guarded(format.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), options.Crystals), "cell"), "the cell");
    }

    private static RowCrystal OfJson(string text, CrystalReading reading)
    {
        try
        {
            using var document = JsonDocument.Parse(PythonLiteral.Is(text) ? PythonLiteral.ToJson(text) : text);
            return RowCrystal.OfEntry(new JsonDocumentReader(reading).Read(document.RootElement, "the cell"));
        }
        catch (JsonException e)
        {
            return RowCrystal.None(DataProblemKind.UnreadableCrystal, $"the cell holds JSON that breaks off: {Excerpt.Of(e.Message, 120)}");
        }
    }

    private static bool IsText(string text, ImmutableArray<CrystalFormat> formats) =>
        IsJson(text) || text.Contains('\n')
            && formats.Any(f => f.WhyNot(text.Length > 1 << 14 ? text[..(1 << 14)] : text) is null);

    private static bool IsJson(string text) => text.AsSpan().TrimStart().StartsWith("{");
}
