using System.Collections.Immutable;

namespace Tomography.Reports;

/// <summary>A plain table with its caption; the page gives it its number. The first cell of a row names the row.</summary>
/// <param name="Caption">What the table holds: a sentence of plain text, without a number.</param>
/// <param name="Columns">The columns, at least one.</param>
/// <param name="Rows">The rows, each with a text for every column; texts are escaped by the page.</param>
public sealed record ReportTable(string Caption, ImmutableArray<TableColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The values that <c>partials/table</c> shows.</summary>
    internal object View => new
    {
        caption = Caption,
        // Few columns stretched over the whole page are hard to read across.
        isNarrow = Columns.Length <= 3,
        columns = Columns.Select(column => new { heading = column.Heading, isNumber = column.IsNumber }).ToArray(),
        rows = Rows.Select(row => new
        {
            name = row[0],
            cells = row.Skip(1).Zip(Columns.Skip(1), (text, column) => new { text, isNumber = column.IsNumber }).ToArray(),
        }).ToArray(),
    };
}
