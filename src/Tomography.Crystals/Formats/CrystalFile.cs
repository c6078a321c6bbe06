namespace Tomography.Crystals;

/// <summary>Reads files of crystals, whatever their format, plain or compressed by gzip.</summary>
internal static class CrystalFile
{
    private const int StartBytes = 1 << 14;

    /// <summary>
    /// The crystals of a file, each read when it is asked for. Never throws for what the file holds or for its absence: everything wrong
    /// is in the problems of an entry, and there is at least one entry.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="reading">How they are read; null for the defaults.</param>
    public static IEnumerable<CrystalEntry> Read(string path, CrystalReading? reading = null) =>
        Read(path, (reading ?? CrystalReading.Default).Formats, reading ?? CrystalReading.Default);

    /// <summary>The crystals of a file of one of the formats given.</summary>
    public static IEnumerable<CrystalEntry> Read(string path, IReadOnlyList<CrystalFormat> formats, CrystalReading reading) =>
        Guarded(Open(path, formats, reading), path);

    /// <summary>What a format reads, with a problem in place of what it throws.</summary>
    /// <param name="read">What it reads.</param>
    /// <param name="path">What messages call the text.</param>
    public static IEnumerable<CrystalEntry> Guarded(IEnumerable<CrystalEntry> read, string path)
    {
        using var entries = read.GetEnumerator();
        while (Next(entries, path) is { } entry)
        {
            yield return entry;
            if (entry.EndsFile) yield break;
        }
    }

    // As an iterator, so that what goes wrong on opening goes wrong where it is caught.
    private static IEnumerable<CrystalEntry> Open(string path, IReadOnlyList<CrystalFormat> formats, CrystalReading reading)
    {
        var limits = reading.Limits;
        InputFile.RequireSize(path, limits);
        var name = Path.GetFileName(path);
        if (CompressionOf(path) is { } compression)
        {
            if (!compression.IsRead)
            {
                yield return CrystalEntry.Unreadable(name, $"The file is compressed by {compression.Name}.", "Unpack it, or use gzip.");
                yield break;
            }

            name = PlainName(name);
        }

        string start;
        using (var stream = Unpacked(path, limits)) start = FileStart.Text(FileStart.Bytes(stream, StartBytes));
        if (string.IsNullOrWhiteSpace(start))
        {
            yield return CrystalEntry.Unreadable(name, "The file is empty.", "Write or download it again.");
        }
        else if (CrystalFormats.Find(formats, name, start) is { } format)
        {
            using var stream = Unpacked(path, limits);
            foreach (var entry in format.Read(stream, reading)) yield return entry;
        }
        else
        {
            yield return CrystalEntry.Unreadable(
                name,
                $"The file is of none of the formats that are read: {CrystalFormats.Tried(formats, start)}.",
                $"Export the crystals as {formats[0].Name}.");
        }
    }

    /// <summary>A file's name without the <c>.gz</c> of a compressed one.</summary>
    public static string PlainName(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;

    private static Compression? CompressionOf(string path)
    {
        using var file = InputFile.OpenRead(path);
        return Compression.Of(FileStart.Bytes(file, 8));
    }

    private static Stream Unpacked(string path, InputLimits limits)
    {
        var isCompressed = CompressionOf(path) is { IsRead: true };
        var file = InputFile.OpenRead(path);
        return isCompressed ? new WholeGzipStream(file, limits) : file;
    }

    private static CrystalEntry? Next(IEnumerator<CrystalEntry> entries, string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            return entries.MoveNext() ? entries.Current : null;
        }
        catch (InputLimitException e)
        {
            return CrystalEntry.Unreadable(
                name, e.Message, "Check whether the file is the one that is meant.", CrystalProblemKind.TooLarge);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return CrystalEntry.Unreadable(name, e.Message, "Check the path, and whether the file is whole.");
        }
    }
}
