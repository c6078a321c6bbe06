using ClosedXML.Excel;
using Shouldly;
using Tomography.Analysis;
using Tomography.Testing;
using Xunit;

namespace Tomography.Reports.Tests;

public class WorkbooksAreReadAndPrinted
{
    [Fact]
    public void Every_sheet_prints_on_a4_one_page_wide_with_its_headings_on_every_page_and_page_numbers()
    {
        using var workbook = Workbook();
        foreach (var sheet in workbook.Worksheets)
        {
            sheet.PageSetup.PaperSize.ShouldBe(XLPaperSize.A4Paper, sheet.Name);
            sheet.PageSetup.PagesWide.ShouldBe(1, sheet.Name);
            sheet.PageSetup.Footer.Right.GetText(XLHFOccurrence.OddPages).ShouldBe("&P of &N", sheet.Name);
            if (sheet.SheetView.SplitRow > 0) sheet.PageSetup.FirstRowToRepeatAtTop.ShouldBe(1, sheet.Name);
        }

        workbook.Worksheet("Verdicts").SheetView.SplitRow.ShouldBe(1);
    }

    [Fact]
    public void Tables_are_named_after_their_sheets_and_hold_all_rows()
    {
        using var workbook = Workbook();
        foreach (var name in new[] { "Verdicts", "Baselines", "Edges structure", "Results", "Seeds", "Checklist" })
        {
            var sheet = workbook.Worksheet(name);
            var table = sheet.Tables.ShouldHaveSingleItem(name);
            table.Name.ShouldBe(name.Replace(' ', '_') + "_rows");
            table.RangeAddress.LastAddress.RowNumber.ShouldBe(sheet.LastRowUsed().RowNumber(), name);
            table.ShowAutoFilter.ShouldBeTrue(name);
        }
    }

    [Fact]
    public void The_summary_links_to_every_other_sheet_and_says_what_it_holds()
    {
        using var workbook = Workbook();
        var summary = workbook.Worksheet("Summary");
        var links = summary.CellsUsed(cell => cell.HasHyperlink).ToArray();
        links.Select(cell => cell.GetString()).ShouldBe(workbook.Worksheets.Select(sheet => sheet.Name).Skip(1));
        foreach (var link in links)
        {
            link.Hyperlink.InternalAddress.ShouldBe($"'{link.GetString()}'!A1");
            link.CellRight().GetString().ShouldNotBeEmpty(link.GetString());
        }
    }

    [Fact]
    public void The_summary_counts_verdicts_and_explains_each_word()
    {
        using var workbook = Workbook();
        var lines = workbook.Worksheet("Summary").RowsUsed()
            .GroupBy(row => row.Cell(1).GetString()).ToDictionary(same => same.Key, same => same.First().Cell(2).GetString());
        var informs = LatticeStudy.Analysis.Verdicts
            .Count(verdict => verdict.Representation.Name == "structure" && verdict.Kind == VerdictKind.Informs);
        lines["structure, verdicts"].ShouldContain($"{informs} informs");
        foreach (var kind in Enum.GetValues<VerdictKind>()) lines[kind.Word()].ShouldNotBeEmpty();
    }

    [Fact]
    public void The_change_of_every_seed_stands_in_a_column_of_its_own()
    {
        using var workbook = Workbook();
        var sheet = workbook.Worksheet("Seeds");
        var cell = LatticeStudy.Analysis.Importance[0].Cells.First(each => !each.SeedChanges.IsEmpty);
        sheet.Cell(2, 3).GetString().ShouldBe(cell.Target.Value);
        foreach (var change in cell.SeedChanges)
        {
            var column = sheet.Row(1).CellsUsed().Single(heading => heading.GetString() == $"seed {change.Seed}, %").Address.ColumnNumber;
            sheet.Cell(2, column).GetDouble().ShouldBe(100 * change.Change, 1e-9);
        }
    }

    [LibreOfficeFact]
    public void LibreOffice_opens_it_and_reads_the_first_sheet()
    {
        using var folder = new TemporaryFolder();
        using (var stream = File.Create(folder.PathOf("report.xlsx"))) ExcelReport.Write(stream, LatticeStudy.Input);
        LibreOfficeFactAttribute.ConvertToCsv(folder.PathOf("report.xlsx"), folder.PathOf("profile"));
        var csv = File.ReadAllText(folder.PathOf("report.csv"));
        // CSV writes a quote twice.
        csv.ShouldStartWith('"' + LatticeStudy.Input.Context.Experiment.Replace("\"", "\"\"", StringComparison.Ordinal) + '"');
        csv.ShouldContain("Verdicts,");
    }

    private static XLWorkbook Workbook()
    {
        var stream = new MemoryStream();
        ExcelReport.Write(stream, LatticeStudy.Input);
        stream.Position = 0;
        return new(stream);
    }
}
