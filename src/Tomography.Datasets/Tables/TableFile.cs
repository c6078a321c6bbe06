using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A file that holds a table: comma-separated values or another delimiter, plain or compressed by gzip.</summary>
internal sealed class TableFile : IDisposable
{
    private const int StartCharacters = 1 << 14;

    private static readonly string[] s_endings = [".csv", ".tsv", ".tab"];

    private readonly StreamReader _reader;

    private TableFile(StreamReader reader, CsvRows rows) => (_reader, Rows) = (reader, rows);

    /// <summary>The rows, from the first.</summary>
    public CsvRows Rows { get; }

    /// <summary>Whether a file's name is that of a table.</summary>
    public static bool IsNameOf(string path)
    {
        var name = CrystalFile.PlainName(path);
        return s_endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Whether a file whose name says nothing, or is that of a table, holds one: text with a delimiter in its first line that is neither
    /// JSON nor CIF.
    /// </summary>
    public static bool IsTable(string path, InputLimits limits, ImmutableArray<CrystalFormat> formats)
    {
        if (Directory.Exists(path)) return false;
        InputFile.RequireSize(path, limits);
        var start = StartOf(path, limits);
        var text = start.AsSpan().Trim("\uFEFF \t\r\n");
        if (text.StartsWith("{") || text.StartsWith("[")) return false;
        if (IsNameOf(path)) return true;
        // A CIF text has no commas before its first data name; a table may hold CIF texts behind its header.
        var line = text.IndexOf('\n') is > 0 and var end ? text[..end] : text;
        return !formats.Any(f => f.IsNameOf(CrystalFile.PlainName(path)))
            && line.IndexOfAny(',', ';', '\t') >= 0 && (char.IsLetter(line[0]) || line[0] == '"') && !line.StartsWith("data_");
    }

    /// <summary>Opens a table.</summary>
    /// <exception cref="InputLimitException">The file is longer than the limit.</exception>
    public static TableFile Open(string path, InputLimits limits)
    {
        InputFile.RequireSize(path, limits);
        var reader = Reader(path, limits);
        var start = new char[StartCharacters];
        var length = reader.ReadBlock(start);
        return new(reader, new(reader, limits, start[..length], Delimiter.Of(new(start, 0, length))));
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static StreamReader Reader(string path, InputLimits limits)
    {
        var file = InputFile.OpenRead(path);
        var isPacked = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        return new(isPacked ? new WholeGzipStream(file, limits) : file);
    }

    private static string StartOf(string path, InputLimits limits)
    {
        using var reader = Reader(path, limits);
        var start = new char[StartCharacters];
        return new(start, 0, reader.ReadBlock(start));
    }
}
