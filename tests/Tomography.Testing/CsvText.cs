using System.Text;

namespace Tomography.Testing;

/// <summary>Comma-separated values, read and written by themselves: fields between quotes may hold commas, quotes and lines.</summary>
public static class CsvText
{
    /// <summary>The rows of a text.</summary>
    public static string[][] Rows(string text)
    {
        var rows = new List<string[]>();
        var (row, field, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
            else if (c == '"') isQuoted = !isQuoted;
            else if (!isQuoted && c == '\r') continue;
            else if (!isQuoted && c is (',' or '\n'))
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == ',') continue;
                rows.Add([.. row]);
                row.Clear();
            }
            else field.Append(c);
        }

        if (field.Length > 0 || row.Count > 0) rows.Add([.. row, field.ToString()]);
        return [.. rows];
    }

    /// <summary>Rows as text, every field between quotes.</summary>
    public static string Of(IEnumerable<string[]> rows) =>
        string.Concat(rows.Select(r => string.Join(',', r.Select(f => $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
}
