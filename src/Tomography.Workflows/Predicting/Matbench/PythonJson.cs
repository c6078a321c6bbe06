using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Tomography.Workflows;

/// <summary>
/// JSON to the letter as Python writes it, keys in order: the files of matbench carry a hash of their own text, which readers compute anew.
/// </summary>
internal static class PythonJson
{
    /// <summary>The text of a value; a number that is not finite is null.</summary>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    /// <summary>A number as Python shows it: always with a point or an exponent, an exponent from 1e16 and below 1e-4.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value)) return "null";
        if (value == 0) return double.IsNegative(value) ? "-0.0" : "0.0";
        // Both languages give the shortest digits that read back to the same number, and differ in where they write an exponent.
        var parts = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var all = parts[0].Replace(".", "", StringComparison.Ordinal);
        var point = parts[0].IndexOf('.') is var at and >= 0 ? at : all.Length;
        var digits = all.TrimStart('0');
        var written = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var exponent = written + point - 1 - (all.Length - digits.Length);
        digits = digits.TrimEnd('0');
        var sign = value < 0 ? "-" : "";
        if (exponent is < -4 or >= 16)
        {
            var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
            return string.Create(
                CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }

        if (exponent < 0) return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        var whole = digits.PadRight(exponent + 1, '0');
        return $"{sign}{whole[..(exponent + 1)]}.{(whole.Length > exponent + 1 ? whole[(exponent + 1)..] : "0")}";
    }

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                List(text, '{', '}', members.OrderBy(m => m.Key, StringComparer.Ordinal), member =>
                {
                    Quote(text, member.Key);
                    text.Append(": ");
                    Write(text, member.Value);
                });
                break;
            case JsonArray items:
                List(text, '[', ']', items, item => Write(text, item));
                break;
            case JsonValue value when value.TryGetValue<string>(out var word):
                Quote(text, word);
                break;
            case JsonValue value when value.TryGetValue<int>(out var whole):
                text.Append(CultureInfo.InvariantCulture, $"{whole}");
                break;
            case JsonValue value:
                text.Append(Number(value.GetValue<double>()));
                break;
        }
    }

    private static void List<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> write)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst) text.Append(", ");
            isFirst = false;
            write(item);
        }

        text.Append(close);
    }

    private static void Quote(StringBuilder text, string word)
    {
        text.Append('"');
        foreach (var letter in word)
            _ = letter switch
            {
                '"' or '\\' => text.Append('\\').Append(letter),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                >= ' ' and <= '~' => text.Append(letter),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
            };
        text.Append('"');
    }
}
