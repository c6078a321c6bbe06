using ClosedXML.Excel;

namespace Tomography.Reports;

/// <summary>What the sheets of the workbook have in common.</summary>
internal static class Sheet
{
    /// <summary>Number format of percentages: sign, one decimal, no colour of its own.</summary>
    public const string PercentFormat = "+0.0;-0.0;0.0";

    /// <summary>Writes text as text, whatever it looks like: a name that begins with '=' is no formula.</summary>
    public static IXLCell Text(this IXLCell cell, string value)
    {
        cell.SetDataType(XLDataType.Text);
        cell.SetValue(value);
        return cell;
    }

    /// <summary>Writes a row of headings and freezes it.</summary>
    public static void Headings(this IXLWorksheet sheet, int row, params IEnumerable<string> headings)
    {
        var column = 1;
        foreach (var heading in headings) sheet.Cell(row, column++).Text(heading).Style.Font.SetBold().Border.SetBottomBorder(XLBorderStyleValues.Thin);
        sheet.SheetView.Freeze(row, 1);
    }

    /// <summary>Sets column widths in characters, the last for all further columns. Measuring text needs fonts that servers lack.</summary>
    public static void Widths(this IXLWorksheet sheet, int columns, params ReadOnlySpan<double> widths)
    {
        for (var column = 1; column <= columns; column++) sheet.Column(column).Width = widths[Math.Min(column, widths.Length) - 1];
    }
}
