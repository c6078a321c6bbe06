using ClosedXML.Excel;
using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

public class WorkbooksHoldTheLattice
{
    // Excel keeps fifteen significant digits.
    private const double Tolerance = 1e-12;

    [Fact]
    public void The_edges_of_each_representation_stand_on_a_sheet_with_all_that_is_known_of_them()
    {
        using var workbook = Workbook(LatticeStudy.Analysis, LatticeStudy.Results);
        foreach (var analysis in LatticeStudy.Analysis.Entanglement.Representations)
        {
            var sheet = workbook.Worksheet($"Edges {analysis.Lattice.Scope()}");
            var edges = analysis.Lattice.Edges;
            sheet.LastRowUsed().RowNumber().ShouldBe(1 + edges.Length);
            for (var place = 0; place < edges.Length; place++)
            {
                var row = sheet.Row(2 + place);
                row.Cell(1).GetString().ShouldBe(edges[place].Feature.Value);
                row.Cell(2).GetString().ShouldBe(edges[place].Target.Value);
                row.Cell(3).GetString().ShouldBe(edges[place].Verdict.Kind.Word());
                row.Cell(4).GetDouble().ShouldBe(edges[place].Weight, Tolerance);
                row.Cell(5).GetDouble().ShouldBe(100 * edges[place].Change, Tolerance * 100);
                row.Cell(1).Style.Font.Bold.ShouldBe(edges[place].IsReal);
                var bits = LatticeStudy.Analysis.Information!.Find(edges[place].Feature, edges[place].Target)!.Bits!.Value;
                row.Cell(13).GetDouble().ShouldBe(bits, Tolerance);
            }
        }

        workbook.Worksheet("Edges structure").Cell(2, 11).IsEmpty().ShouldBeFalse("volume and density have latent vectors in structure");
        workbook.Worksheet("Edges composition").Cell(2, 11).IsEmpty().ShouldBeTrue("there are none in composition");
    }

    [Fact]
    public void An_edge_that_was_not_measured_says_so_and_has_no_number()
    {
        using var workbook = Workbook(ReportStudy.Analysis, ReportStudy.Results);
        var sheet = workbook.Worksheet("Edges composition");
        var lattice = ReportStudy.Analysis.Entanglement.Representations[1].Lattice;
        lattice.Unmeasured.ShouldNotBeEmpty();
        var row = sheet.Row(2 + lattice.Edges.Length);
        row.Cell(1).GetString().ShouldBe(lattice.Unmeasured[0].Feature.Value);
        row.Cell(3).GetString().ShouldBe("not measured");
        row.Cell(4).IsEmpty().ShouldBeTrue();
    }

    [Fact]
    public void Measures_have_their_intervals_and_a_missing_one_is_empty()
    {
        using var workbook = Workbook(LatticeStudy.Analysis, LatticeStudy.Results);
        var sheet = workbook.Worksheet("Measures");
        var rows = sheet.RowsUsed().GroupBy(row => row.Cell(1).GetString()).ToDictionary(rows => rows.Key, rows => rows.First());
        foreach (var estimate in LatticeStudy.Analysis.Entanglement.Representations[0].Estimates)
        {
            var row = rows[estimate.Measure.Title()];
            row.Cell(5).GetDouble().ShouldBe(estimate.Edges);
            row.Cell(6).GetDouble().ShouldBe(estimate.Pairs);
            if (estimate.Lacks is { } lacks) row.Cell(2).GetString().ShouldBe(lacks.Words());
            else if (estimate.Value is { } value) row.Cell(2).GetDouble().ShouldBe(value, Tolerance);
            else row.Cell(2).IsEmpty().ShouldBeTrue();
            if (estimate.Lower is { } lower) row.Cell(3).GetDouble().ShouldBe(lower, Tolerance);
        }

        rows["drift: oscillation"].Cell(2).IsEmpty().ShouldBeTrue("it needs three runs");
        rows["measured edges"].Cell(2).GetDouble().ShouldBe(16);
    }

    [Fact]
    public void Every_lattice_community_and_target_has_a_line_with_its_regime()
    {
        using var workbook = Workbook(LatticeStudy.Analysis, LatticeStudy.Results);
        var sheet = workbook.Worksheet("Regimes");
        var entanglement = LatticeStudy.Analysis.Entanglement;
        var expected = entanglement.Representations.Sum(lattice => 1 + lattice.Communities.Length + lattice.Targets.Length);

        sheet.Cell(2, 1).GetString().ShouldBe("structure");
        var regime = entanglement.Representations[0].Regime;
        sheet.Cell(2, 4).GetString().ShouldBe(regime.Announced.Word());
        sheet.Cell(2, 5).GetString().ShouldContain($"{regime.Shares[0].Regime.Word()} ");
        sheet.Cell(2, 6).GetDouble().ShouldBe(regime.Claims);
        Enumerable.Range(7, 6).Sum(column => sheet.Cell(2, column).GetDouble()).ShouldBeLessThanOrEqualTo(1 + Tolerance);
        sheet.Cell(1 + expected, 2).GetString().ShouldBe("target");
        sheet.Cell(2 + expected, 1).IsEmpty().ShouldBeTrue();
    }

    [Fact]
    public void Next_steps_hold_every_open_edge_and_the_whole_curve_with_its_optimum_in_bold()
    {
        using var workbook = Workbook(LatticeStudy.Analysis, LatticeStudy.Results);
        var sheet = workbook.Worksheet("Next steps");
        var (plan, tradeOff) = (
            LatticeStudy.Analysis.Entanglement.Steering, LatticeStudy.Analysis.Entanglement.Representations[0].TradeOff);

        sheet.Cell(1, 2).GetDouble().ShouldBe(plan.Undecided);
        string[] reasons = [.. plan.Deferred.Select(edge => edge.Reason), .. plan.Advice.Select(edge => edge.Reason)];
        sheet.RowsUsed().Count(row => reasons.Contains(row.Cell(6).GetString())).ShouldBe(plan.Undecided);
        var top = sheet.RowsUsed().First(row => row.Cell(1).GetString() == "threshold, %").RowNumber();
        var bold = Enumerable.Range(0, tradeOff.Curve.Length).Where(place => sheet.Cell(top + 1 + place, 1).Style.Font.Bold).ToArray();
        bold.ShouldBe([tradeOff.Curve.IndexOf(tradeOff.Optimum!)]);
    }

    [Fact]
    public void The_checklist_has_its_places_for_each_representation_and_an_empty_number_where_nothing_was_measured()
    {
        using var workbook = Workbook(ReportStudy.Analysis, ReportStudy.Results);
        var sheet = workbook.Worksheet("Checklist");
        sheet.LastRowUsed().RowNumber().ShouldBe(1 + 2 + 6 * 2);
        sheet.Cell(3, 1).GetString().ShouldBe("Sharing depth");
        sheet.Cell(3, 2).GetString().ShouldBe("structure");
        sheet.Cell(3, 3).GetString().ShouldBe("not measured");
        sheet.Cell(3, 4).IsEmpty().ShouldBeTrue();
        sheet.Cell(3, 5).GetString().ShouldBe("at least 0.3");
    }

    [Fact]
    public void Information_stands_beside_the_importance_with_its_parts()
    {
        using var workbook = Workbook(LatticeStudy.Analysis, LatticeStudy.Results);
        var sheet = workbook.Worksheet("Information");
        var cells = LatticeStudy.Analysis.Information!.Cells;
        sheet.LastRowUsed().RowNumber().ShouldBe(1 + cells.Length);
        for (var place = 0; place < cells.Length; place++)
        {
            sheet.Cell(2 + place, 3).GetDouble().ShouldBe(cells[place].Bits!.Value, Tolerance);
            sheet.Cell(2 + place, 5).GetDouble().ShouldBe(cells[place].Chance!.Level.High, Tolerance);
            sheet.Cell(2 + place, 6).GetDouble().ShouldBe(cells[place].Chance!.LessChance, Tolerance);
        }

        sheet.Column(8).CellsUsed().Skip(1).Select(cell => cell.GetString()).ShouldContain("more than chance");
        var parts = workbook.Worksheet("Information parts");
        var estimates = cells.SelectMany(cell => cell.Second!.Estimates).ToArray();
        parts.LastRowUsed().RowNumber().ShouldBeGreaterThanOrEqualTo(1 + estimates.Length);
        var broja = parts.RowsUsed().Skip(1).Where(row => row.Cell(6).GetString() == "BROJA");
        broja.Select(row => $"{row.Cell(20).GetDouble():F6}").ShouldBe(estimates
            .Where(estimate => estimate.Method == DecompositionMethod.Broja)
            .Select(estimate => $"{estimate.Synergetic.LessChance:F6}"));
    }

    [Fact]
    public void Whether_information_shows_in_the_error_has_a_sheet()
    {
        using var workbook = Workbook(LatticeStudy.Analysis, LatticeStudy.Results);
        var sheet = workbook.Worksheet("Information and error");
        sheet.Column(1).CellsUsed().Skip(1).Select(cell => cell.GetString()).Distinct().ShouldBe(["structure", "composition"]);
    }

    [Fact]
    public void A_study_without_a_single_result_still_has_every_sheet()
    {
        var results = ReportStudy.Results with { Scores = [] };
        using var workbook = Workbook(StudyAnalyzer.Analyze(results), results);
        workbook.Worksheet("Information").Cell(1, 1).GetString().ShouldStartWith("not estimated");
        workbook.Worksheet("Regimes").Cell(2, 4).GetString().ShouldBe("none: too few edges");
    }

    private static XLWorkbook Workbook(StudyAnalysis analysis, StudyResults results)
    {
        var stream = new MemoryStream();
        ExcelReport.Write(stream, new(analysis, results, LatticeStudy.Context));
        stream.Position = 0;
        return new(stream);
    }
}
