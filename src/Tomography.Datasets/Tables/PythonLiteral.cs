using System.Text;

namespace Tomography.Datasets;

/// <summary>Dictionaries as Python prints them, which is what pandas writes into a table for a column of dictionaries.</summary>
internal static class PythonLiteral
{
    private static readonly (string Python, string Json)[] s_words =
        [("None", "null"), ("True", "true"), ("False", "false"), ("nan", "null"), ("-inf", "null"), ("inf", "null")];

    /// <summary>Whether a text starts like a printed dictionary rather than like JSON.</summary>
    public static bool Is(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("{") && start[1..].TrimStart().StartsWith("'");
    }

    /// <summary>The same value as JSON; what is no literal of Python becomes no JSON either.</summary>
    public static string ToJson(string text)
    {
        var json = new StringBuilder(text.Length + 16);
        var at = 0;
        while (at < text.Length)
        {
            var word = s_words.FirstOrDefault(w => string.CompareOrdinal(text, at, w.Python, 0, w.Python.Length) == 0);
            if (text[at] is '\'' or '"') at = Quoted(text, at, json);
            else if (word.Python is not null)
            {
                json.Append(word.Json);
                at += word.Python.Length;
            }
            else
            {
                // Tuples are lists to JSON.
                json.Append(text[at] switch { '(' => '[', ')' => ']', var c => c });
                at++;
            }
        }

        return json.ToString();
    }

    private static int Quoted(string text, int at, StringBuilder json)
    {
        var quote = text[at++];
        json.Append('"');
        for (; at < text.Length && text[at] != quote; at++)
        {
            if (text[at] == '"') json.Append('\\');
            // Python escapes the quote of either kind; JSON knows only its own.
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '\'') continue;
            json.Append(text[at]);
            if (text[at] == '\\' && at + 1 < text.Length) json.Append(text[++at]);
        }

        json.Append('"');
        return at + 1;
    }
}
