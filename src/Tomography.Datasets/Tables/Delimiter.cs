namespace Tomography.Datasets;

/// <summary>What parts the fields of a table.</summary>
internal static class Delimiter
{
    /// <summary>For tables whose lines have no other: any number of blanks.</summary>
    public const char Blanks = ' ';

    // Of two that stand as often the first is meant: names of columns hold commas rather than semicolons.
    private static readonly char[] s_all = ['\t', ';', ','];

    /// <summary>
    /// The delimiter of a text that starts so: the one that stands most often, outside quotes, in the first line; blanks where it has
    /// no other.
    /// </summary>
    public static char Of(string start)
    {
        var counts = new int[s_all.Length];
        var (isQuoted, hasBlank) = (false, false);
        foreach (var c in start.TrimStart('\uFEFF', '\r', '\n'))
        {
            if (c == '"') isQuoted = !isQuoted;
            if (isQuoted) continue;
            if (c is '\r' or '\n') break;
            hasBlank |= c == ' ';
            var at = Array.IndexOf(s_all, c);
            if (at >= 0) counts[at]++;
        }

        var most = counts.Max();
        return most > 0 ? s_all[Array.IndexOf(counts, most)] : hasBlank ? Blanks : ',';
    }
}
