using System.Globalization;
using ClosedXML.Excel;

namespace Tomography.Reports;

/// <summary>What the sheets of the workbook have in common.</summary>
internal static class Sheet
{
    /// <summary>Number format of percentages: sign, one decimal, no colour of its own.</summary>
    public const string PercentFormat = "+0.0;-0.0;0.0";

    /// <summary>Number format of fractions, scores and bits.</summary>
    public const string FractionFormat = "0.000;-0.000;0.000";

    /// <summary>Most characters that a cell holds; Excel refuses a file with more in one.</summary>
    public const int MostCharacters = 32_767;

    // Excel shows no row that is higher, in points.
    private const double HighestRow = 409;

    /// <summary>Writes text as text, whatever it looks like: a name that begins with '=' is no formula. Text that is too long for a cell
    /// is cut and says so at its end.</summary>
    public static IXLCell Text(this IXLCell cell, string value)
    {
        cell.SetDataType(XLDataType.Text);
        cell.SetValue(Fitting(value));
        return cell;
    }

    /// <summary>Writes text that stands to the right of a number, with room between the two.</summary>
    public static IXLCell TextAfterNumber(this IXLCell cell, string value)
    {
        cell.Text(value).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetIndent(1);
        return cell;
    }

    /// <summary>Writes a row of headings and freezes it.</summary>
    public static void Headings(this IXLWorksheet sheet, int row, params IEnumerable<string> headings)
    {
        sheet.HeadingRow(row, headings);
        sheet.SheetView.Freeze(row, 1);
    }

    /// <summary>Writes a row of headings.</summary>
    public static void HeadingRow(this IXLWorksheet sheet, int row, params IEnumerable<string> headings)
    {
        var column = 1;
        foreach (var heading in headings)
            sheet.Cell(row, column++).Text(heading).Style.Font.SetBold().Border.SetBottomBorder(XLBorderStyleValues.Thin);
    }

    /// <summary>
    /// Makes the rows from the first on a table with filters, named as the sheet, so that formulas and other programs find it; nothing
    /// where there is no row below the headings.
    /// </summary>
    /// <param name="sheet">The sheet, whose first row holds the headings.</param>
    /// <param name="lastRow">The last row.</param>
    /// <param name="columns">How many columns.</param>
    public static void Table(this IXLWorksheet sheet, int lastRow, int columns)
    {
        if (lastRow < 2) return;
        var name = string.Concat(sheet.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        // A name must not look like the address of a cell, as Table1 does.
        var table = sheet.Range(1, 1, lastRow, columns).CreateTable($"{name}_rows");
        table.Theme = XLTableTheme.None;
        table.ShowAutoFilter = true;
    }

    /// <summary>Writes the title of a table that stands on a sheet with others.</summary>
    public static void Title(this IXLWorksheet sheet, int row, string title) =>
        sheet.Cell(row, 1).Text(title).Style.Font.SetBold().Font.SetFontSize(13);

    /// <summary>Writes a number in a format; a missing one leaves the cell empty, so that formulas skip it.</summary>
    public static void Number(this IXLCell cell, double? value, string format = FractionFormat)
    {
        if (value is { } number) cell.SetValue(number).Style.NumberFormat.SetFormat(format);
    }

    /// <summary>
    /// Wraps the texts of a row and makes it high enough for the longest of them: not every program that opens the workbook does that
    /// itself.
    /// </summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="row">The row.</param>
    /// <param name="texts">The texts that may be long, each with the width of its column in characters.</param>
    public static void Wrap(this IXLWorksheet sheet, int row, params IEnumerable<(string Text, double Width)> texts)
    {
        const double LineHeight = 15;
        // Lines break at words, so that not all of the width is used.
        var lines = texts.Max(text => Math.Ceiling(text.Text.Length / (0.9 * text.Width)));
        sheet.Row(row).Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.Row(row).Height = Math.Min(HighestRow, LineHeight * Math.Max(1, lines));
    }

    /// <summary>Sets column widths in characters, the last for all further columns. Measuring text needs fonts that servers lack.</summary>
    public static void Widths(this IXLWorksheet sheet, int columns, params ReadOnlySpan<double> widths)
    {
        for (var column = 1; column <= columns; column++) sheet.Column(column).Width = widths[Math.Min(column, widths.Length) - 1];
    }

    private static string Fitting(string value)
    {
        if (value.Length <= MostCharacters) return value;
        var mark = string.Create(CultureInfo.InvariantCulture, $" [cut here: {value.Length:N0} characters, more than a cell holds]");
        var end = MostCharacters - mark.Length;
        if (char.IsHighSurrogate(value[end - 1])) end--; // never half a character
        return value[..end] + mark;
    }
}
