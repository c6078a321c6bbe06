using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Tomography.Workflows;

/// <summary>
/// Names of files for ids, which may hold anything: good on every system, each once, and like the id where that is possible.
/// </summary>
internal static class FileNames
{
    private const int Longest = 80;

    // Names of devices, which Windows takes for no file whatever their ending.
    private static readonly HashSet<string> s_devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>A name per id, without an ending.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<string> ids)
    {
        // Some systems do not tell small letters from capitals.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // What is a name already keeps it, whoever comes before.
        foreach (var id in ids)
            if (Safe(id) == id)
                taken.Add(id);
        var plain = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. ids.Select(NameOf)];

        string NameOf(string id)
        {
            var name = Safe(id);
            if (name == id && plain.Add(id)) return id;
            var unique = name;
            for (var n = 2; !taken.Add(unique); n++) unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{n}");
            return unique;
        }
    }

    private static string Safe(string id)
    {
        var name = new StringBuilder();
        foreach (var c in id.AsSpan(0, Math.Min(id.Length, Longest)))
            name.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_');
        var text = name.ToString();
        return text.Length == 0 || s_devices.Contains(text) ? text + "_" : text;
    }
}
