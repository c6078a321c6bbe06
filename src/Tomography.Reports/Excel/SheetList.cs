using ClosedXML.Excel;

namespace Tomography.Reports;

/// <summary>The list of sheets on the first of them, with links.</summary>
internal static class SheetList
{
    private const int Column = 4, Top = 3;

    /// <summary>Writes the list beside what the first sheet holds.</summary>
    /// <param name="first">The first sheet.</param>
    /// <param name="sheets">All sheets, and what each holds.</param>
    public static void Add(IXLWorksheet first, IReadOnlyList<(IXLWorksheet Sheet, string What)> sheets)
    {
        var row = Top;
        foreach (var (sheet, what) in sheets)
        {
            // The first is open already.
            if (sheet == first) continue;
            var cell = first.Cell(row, Column).Text(sheet.Name);
            var address = $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!A1";
            cell.Hyperlink = new XLHyperlink(address, $"To the sheet {sheet.Name}");
            first.Cell(row++, Column + 1).Text(what);
        }

        if (row == Top) return;
        first.Cell(Top - 1, Column).Text("sheets").Style.Font.SetBold();
        first.Column(Column).Width = 24;
        first.Column(Column + 1).Width = 70;
    }
}
