using System.Text;

namespace Tomography.Crystals;

/// <summary>The second line of a frame of extended XYZ: <c>key=value</c> pairs.</summary>
internal sealed class XyzHeader
{
    private const int MostKeys = 10_000;

    private readonly Dictionary<string, XyzValue> _values = new(StringComparer.Ordinal);

    /// <summary>The pairs.</summary>
    public IReadOnlyDictionary<string, XyzValue> Values => _values;

    /// <summary>The value of a key in whatever case.</summary>
    public XyzValue? Find(string key) =>
        _values.TryGetValue(key, out var exact) ? exact
        : _values.FirstOrDefault(v => v.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) is { Key: not null } other ? other.Value
        : null;

    /// <summary>Reads a line. A key without a value is true, as a flag; what cannot be told apart is passed over.</summary>
    public static XyzHeader Parse(string line)
    {
        var header = new XyzHeader();
        var i = 0;
        while (true)
        {
            while (i < line.Length && (char.IsWhiteSpace(line[i]) || line[i] == '=')) i++;
            if (i >= line.Length || header._values.Count >= MostKeys) return header;
            var key = Word(line, ref i, stopAtEquals: true).Text;
            var at = i;
            while (at < line.Length && char.IsWhiteSpace(line[at])) at++;
            if (at >= line.Length || line[at] != '=')
            {
                header._values.TryAdd(key, new("T", IsArray: false));
                continue;
            }

            i = at + 1;
            while (i < line.Length && char.IsWhiteSpace(line[i])) i++;
            header._values[key] = Word(line, ref i, stopAtEquals: false);
        }
    }

    private static XyzValue Word(string line, ref int i, bool stopAtEquals)
    {
        if (i < line.Length && line[i] is '"' or '\'') return new(Quoted(line, ref i), IsArray: false);
        if (i < line.Length && line[i] is '[' or '{') return new(Bracketed(line, ref i), IsArray: true);
        var start = i;
        while (i < line.Length && !char.IsWhiteSpace(line[i]) && !(stopAtEquals && line[i] == '=')) i++;
        return new(line[start..i], IsArray: false);
    }

    private static string Quoted(string line, ref int i)
    {
        var quote = line[i++];
        var text = new StringBuilder();
        for (; i < line.Length && line[i] != quote; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length) i++;
            text.Append(line[i]);
        }

        i++;
        return text.ToString();
    }

    private static string Bracketed(string line, ref int i)
    {
        var start = i;
        var depth = 0;
        for (; i < line.Length; i++)
        {
            if (line[i] is '[' or '{') depth++;
            if (line[i] is ']' or '}' && --depth == 0) break;
        }

        i = Math.Min(i + 1, line.Length);
        return line[start..i];
    }
}
