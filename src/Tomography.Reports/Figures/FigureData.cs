using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Tomography.Reports;

/// <summary>The numbers that a figure shows, as a table for programs.</summary>
/// <param name="Columns">Names of the columns, in lower case with underscores; at least one.</param>
/// <param name="Rows">A text for every column; numbers as they read back to the same bits, empty where there is none.</param>
public sealed record FigureData(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>Makes the table from a list.</summary>
    /// <param name="items">The rows.</param>
    /// <param name="columns">The columns: name, and what a row has there: a text, a number, yes or no, or nothing.</param>
    /// <exception cref="ArgumentException">A value is another thing, or a number that is none.</exception>
    public static FigureData Of<T>(IEnumerable<T> items, params ReadOnlySpan<(string Name, Func<T, object?> Value)> columns)
    {
        var all = columns.ToArray();
        return new(
            [.. all.Select(column => column.Name)],
            [.. items.Select(item => ImmutableArray.CreateRange(all.Select(column => Text(column.Value(item), column.Name))))]);
    }

    /// <summary>The table as comma-separated values (RFC 4180, but lines end in LF).</summary>
    public string Csv
    {
        get
        {
            var text = new StringBuilder();
            foreach (var row in Rows.Prepend(Columns)) text.AppendJoin(',', row.Select(Quoted)).Append('\n');
            return text.ToString();
        }
    }

    private static string Text(object? value, string column) => value switch
    {
        null => "",
        string text => text,
        bool isSo => isSo ? "yes" : "no",
        double number when double.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture),
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw new ArgumentException(
            $"The column '{column}' holds '{value}'; expected a text, a finite number or nothing.", nameof(value)),
    };

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
