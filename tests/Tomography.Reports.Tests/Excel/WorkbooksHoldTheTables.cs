using Tomography.Analysis;
using ClosedXML.Excel;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Reports.Tests;

public class WorkbooksHoldTheTables
{
    [Fact]
    public void The_workbook_has_a_sheet_for_each_part_of_the_report()
    {
        using var workbook = Workbook();
        workbook.Worksheets.Select(sheet => sheet.Name).ShouldBe(
            ["Summary", "Verdicts", "Structure", "Structure paired", "Composition", "Composition paired", "Seeds", "Table 1", "Baselines",
                "Edges structure", "Edges composition", "Measures", "Regimes", "Next steps", "Checklist", "Information", "Results"]);
    }

    [Fact]
    public void A_heatmap_holds_the_changes_as_numbers_on_a_colour_scale_from_minus_ten_to_ten()
    {
        using var workbook = Workbook();
        var sheet = workbook.Worksheet("Structure");
        var table = ReportStudy.Analysis.Importance[0];
        for (var f = 0; f < table.Features.Length; f++)
        {
            sheet.Cell(5 + f, 1).GetString().ShouldBe(table.Features[f].ToString());
            for (var t = 0; t < table.Targets.Length; t++)
                sheet.Cell(5 + f, 2 + t).GetDouble().ShouldBe(table[f, t].Pooled.Percent!.Value.Change, 1e-12);
        }

        var format = sheet.ConditionalFormats.ShouldHaveSingleItem();
        format.ConditionalFormatType.ShouldBe(XLConditionalFormatType.ColorScale);
        format.Values.OrderBy(value => value.Key).Select(value => value.Value.Value).ShouldBe(["-10", "0", "10"]);
    }

    [Fact]
    public void Cells_that_inform_are_bold_the_positive_control_is_italic_and_missing_cells_say_so()
    {
        Check(ReportStudy.Input);
        Check(LatticeStudy.Input);
        LatticeStudy.Analysis.Verdicts.ShouldContain(verdict => verdict.Kind == VerdictKind.Informs);

        static void Check(ReportInput input)
        {
            using var workbook = Workbook(input);
            foreach (var table in input.Analysis.Importance)
            {
                var sheet = workbook.Worksheet(ImportanceText.Capital(table.Representation));
                var top = 5 + 3 * (table.Features.Length + 3);
                for (var f = 0; f < table.Features.Length; f++)
                    for (var t = 0; t < table.Targets.Length; t++)
                    {
                        var (cell, importance) = (sheet.Cell(5 + f, 2 + t), table[f, t]);
                        var verdict = input.Analysis.Verdict(table.Representation, importance.Features, importance.Target);
                        cell.Style.Font.Bold.ShouldBe(verdict?.Kind == VerdictKind.Informs, $"{importance.Features}, {importance.Target}");
                        cell.Style.Font.Italic.ShouldBe(importance.IsSelf && importance.Pooled.Percent is not null);
                        if (importance.Pooled.Percent is null) cell.GetString().ShouldBe("n/a");
                        sheet.Cell(top + f, 2 + t).GetString().ShouldBe(verdict?.Kind.Word() ?? "");
                    }
            }
        }
    }

    [Fact]
    public void The_raw_results_are_those_of_the_csv()
    {
        using var workbook = Workbook();
        var sheet = workbook.Worksheet("Results");
        var lines = ResultsCsv.Write(ReportStudy.Results).TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToArray();
        sheet.LastRowUsed().RowNumber().ShouldBe(lines.Length);
        for (var row = 0; row < lines.Length; row++)
        for (var column = 0; column < lines[0].Length; column++)
        {
            var cell = sheet.Cell(row + 1, column + 1);
            // Excel keeps fifteen significant digits.
            if (cell.DataType == XLDataType.Number)
                cell.GetDouble().ShouldBe(double.Parse(lines[row][column]), 1e-14 * Math.Abs(cell.GetDouble()));
            else if (row > 0 && column == lines[0].Length - 1)
                lines[row][column].ShouldStartWith(cell.GetString(), customMessage: "the key in short");
            else
                cell.GetString().ShouldBe(lines[row][column]);
        }
    }

    [Fact]
    public void A_name_that_looks_like_a_formula_is_text()
    {
        using var workbook = Workbook(ReportStudy.Context with { Experiment = "=1+1" });
        var cell = workbook.Worksheet("Summary").Cell(1, 1);
        cell.HasFormula.ShouldBeFalse();
        cell.GetString().ShouldBe("=1+1");
    }

    [Theory]
    [InlineData(32_766)]
    [InlineData(32_767)]
    public void A_text_that_fills_a_cell_is_kept_whole(int length)
    {
        var text = new string('x', length);
        using var workbook = Workbook(ReportStudy.Context with { Settings = [new("note", text)] });
        Note(workbook).ShouldBe(text);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\U0001F52C")] // two code units; the cut falls between them for one of the two lengths
    [InlineData("y\U0001F52C")]
    public void A_text_longer_than_a_cell_is_cut_and_says_so(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 40_000));
        using var workbook = Workbook(ReportStudy.Context with { Settings = [new("note", text)] });
        var note = Note(workbook);
        note.Length.ShouldBeInRange(Sheet.MostCharacters - 1, Sheet.MostCharacters);
        var mark = note.IndexOf(" [cut here:", StringComparison.Ordinal);
        note[mark..].ShouldBe($" [cut here: {text.Length:N0} characters, more than a cell holds]");
        text.ShouldStartWith(note[..mark]);
        char.IsHighSurrogate(note[mark - 1]).ShouldBeFalse();
    }

    [Fact]
    public void A_row_of_long_texts_is_no_higher_than_Excel_shows()
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("a");
        sheet.Wrap(1, (new string('x', 40_000), 50));
        sheet.Row(1).Height.ShouldBe(409);
    }

    [Fact]
    public void Table_1_lists_the_significant_features_of_each_target()
    {
        using var workbook = Workbook();
        var sheet = workbook.Worksheet("Table 1");
        var row = ReportStudy.Analysis.PooledSets.Targets[0];
        sheet.Cell(3, 1).GetString().ShouldBe(row.Target.Value);
        sheet.Cell(3, 2).GetString().ShouldBe(row.Structure!.Value.IsEmpty ? "none" : string.Join(", ", row.Structure.Value));
    }

    private static string Note(XLWorkbook workbook) =>
        workbook.Worksheet("Summary").RowsUsed().Single(row => row.Cell(1).GetString() == "note").Cell(2).GetString();

    private static XLWorkbook Workbook(ReportContext? context = null) =>
        Workbook(ReportStudy.Input with { Context = context ?? ReportStudy.Context });

    private static XLWorkbook Workbook(ReportInput input)
    {
        var stream = new MemoryStream();
        ExcelReport.Write(stream, input);
        stream.Position = 0;
        return new(stream);
    }
}
