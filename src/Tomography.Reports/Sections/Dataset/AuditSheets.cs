using ClosedXML.Excel;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>An audit in the workbook.</summary>
internal static class AuditSheets
{
    /// <summary>The properties in numbers, and how far sources agree.</summary>
    public static void Properties(IXLWorksheet sheet, DatasetAudit audit)
    {
        sheet.Headings(
            1, "property", "unit", "source", "materials", "missing", "different values", "zeros", "min", "median", "mean", "max",
            "commonest value", "its materials");
        var row = 2;
        foreach (var property in audit.Properties)
        {
            sheet.Cell(row, 1).Text(property.Property.Name.Value);
            sheet.Cell(row, 2).Text(property.Property.Unit);
            sheet.Cell(row, 3).Text(property.Source);
            sheet.Cell(row, 4).SetValue(property.Values);
            sheet.Cell(row, 5).SetValue(property.Missing);
            sheet.Cell(row, 6).SetValue(property.Distinct);
            sheet.Cell(row, 7).Number(property.Zeros, "0");
            sheet.Cell(row, 8).Number(property.Range?.Min, "General");
            sheet.Cell(row, 9).Number(property.Range?.Median, "General");
            sheet.Cell(row, 10).Number(property.Range?.Mean, "General");
            sheet.Cell(row, 11).Number(property.Range?.Max, "General");
            sheet.Cell(row, 12).TextAfterNumber(property.Commonest);
            sheet.Cell(row++, 13).SetValue(property.CommonestCount);
        }

        if (!audit.Pairs.IsEmpty) Pairs(sheet, row + 1, audit);
        sheet.Widths(13, 30, 18, 18, 13);
    }

    /// <summary>How many materials hold each element.</summary>
    public static void Elements(IXLWorksheet sheet, DatasetAudit audit)
    {
        sheet.Headings(1, "element", "name", "atomic number", "materials", "share, %");
        var row = 2;
        foreach (var element in audit.Elements)
        {
            sheet.Cell(row, 1).Text(ElementTable.SymbolOf(element.AtomicNumber));
            sheet.Cell(row, 2).Text(ElementTable.ByNumber(element.AtomicNumber)?.Name ?? "");
            sheet.Cell(row, 3).SetValue(element.AtomicNumber);
            sheet.Cell(row, 4).SetValue(element.Materials);
            sheet.Cell(row++, 5).Number(100.0 * element.Materials / audit.Materials, "0.0");
        }

        sheet.Table(row - 1, 5);
        sheet.Widths(5, 10, 18, 16, 13);
    }

    private static void Pairs(IXLWorksheet sheet, int row, DatasetAudit audit)
    {
        sheet.Title(row++, "The same quantity from two sources");
        sheet.HeadingRow(
            row++, "property", "same as", "", "materials", "mean offset", "median offset", "mean absolute", "correlation");
        foreach (var pair in audit.Pairs)
        {
            sheet.Cell(row, 1).Text(pair.Property.Value);
            sheet.Cell(row, 2).Text(pair.Other.Value);
            sheet.Cell(row, 4).SetValue(pair.Common);
            sheet.Cell(row, 5).Number(pair.MeanOffset, "General");
            sheet.Cell(row, 6).Number(pair.MedianOffset, "General");
            sheet.Cell(row, 7).Number(pair.MeanAbsolute, "General");
            sheet.Cell(row++, 8).Number(pair.Correlation);
        }
    }
}
