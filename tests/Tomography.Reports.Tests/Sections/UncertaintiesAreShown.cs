using System.Text.Json;
using ClosedXML.Excel;
using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>What the section on uncertainty says, and where it says nothing.</summary>
public class UncertaintiesAreShown
{
    private static readonly ReportSection s_section = ReportSections.All.Single(s => s.Id == "uncertainty");

    [Fact]
    public void Where_it_is_not_asked_for_there_is_no_word_of_it()
    {
        s_section.IsShown(SmallStudy.Input).ShouldBeFalse();
        s_section.Page(SmallStudy.Input).ShouldBeNull();
        s_section.Sheets(SmallStudy.Input).ShouldBeEmpty();
        s_section.Json(SmallStudy.Input).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_says_how_much_intervals_hold_and_what_gates_stop()
    {
        var html = Page(UncertainStudy.Input);
        var found = UncertainStudy.Input.Analysis.Uncertainty!;
        html.ShouldContain("(120 crystals)");
        html.ShouldContain("Intervals that are to hold 90 % hold ");
        var stopped = found.Targets.Sum(t => t.Gates.Held.Crystals);
        html.ShouldContain($"Gates stop {stopped} of 480 predictions");
        foreach (var id in (string[])["calibration", "rejection", "domain"]) html.ShouldContain($"id=\"figure-{id}\"");
        html.ShouldContain("volume of the former over the latter");
        html.ShouldNotContain("NaN");
    }

    [Fact]
    public void Where_models_say_how_noisy_each_crystal_is_that_stands_beside_one_noise_for_all()
    {
        var found = UncertainStudy.Told.Analysis.Uncertainty!.Targets[0];
        var html = Page(UncertainStudy.Told);
        html.ShouldContain("Models predict the variance of their own error");
        html.ShouldContain($"{NumberText.Fixed(found.Told!.Area, 3)} / {NumberText.Fixed(found.NormalArea, 3)}");
        Page(UncertainStudy.Input).ShouldNotContain("the variance");
        using var book = new XLWorkbook();
        foreach (var sheet in s_section.Sheets(UncertainStudy.Told)) sheet.Fill(book.AddWorksheet(sheet.Name));
        var told = book.Worksheet("Told noise");
        told.RowsUsed().Count().ShouldBe(1 + 4 * 120);
        told.Row(2).Cell(7).GetDouble().ShouldBe(found.Told.Crystals[0].Noise!.Value, 1e-9);
        s_section.Sheets(UncertainStudy.Input).ShouldNotContain(s => s.Name == "Told noise");
        using var json = JsonDocument.Parse(AnalysisJson.Write(UncertainStudy.Told, [s_section]));
        json.RootElement.GetProperty("uncertainty").GetProperty("targets")[0].GetProperty("toldNoise").GetProperty("crps").GetDouble()
            .ShouldBe(found.Told.Crps);
    }

    [Fact]
    public void A_study_whose_weights_are_gone_says_what_to_do() =>
        Page(UncertainStudy.With([])).ShouldContain("Building again trains what is missing.");

    [Fact]
    public void Each_panel_is_named_and_has_its_curves()
    {
        var analysis = UncertainStudy.Input.Analysis;
        var figure = CalibrationFigure.Of(analysis, analysis.Uncertainty!)!;
        var titles = Drawing.Titles(figure.Svg).ToArray();
        foreach (var target in analysis.Uncertainty!.Targets)
            titles.ShouldContain(t => t.StartsWith($"{target.Target.Value}, {target.Representation.Name}: 120 crystals, area 0.0"));
        figure.Data.Rows.Length.ShouldBe(4 * 99);
        figure.Data.Rows.Count(r => r[3].Length == 0).ShouldBe(4, "60 crystals do not reach 99 %");
        RejectionFigure.Of(analysis, analysis.Uncertainty!)!.Data.Rows.Length.ShouldBe(4 * 20);
    }

    [Fact]
    public void Errors_inside_and_outside_stand_in_one_row()
    {
        var uncertainty = UncertainStudy.Input.Analysis.Uncertainty!;
        var figure = DomainFigure.Of(uncertainty)!;
        figure.Data.Rows.Select(r => r[2]).Distinct().ShouldBe(["inside", "outside"]);
        Drawing.Titles(figure.Svg).ShouldContain(t => t.StartsWith("volume, structure: 81 inside at "));
    }

    [Fact]
    public void The_workbook_lists_what_is_stopped_with_its_reason()
    {
        using var book = new XLWorkbook();
        foreach (var sheet in s_section.Sheets(UncertainStudy.Input)) sheet.Fill(book.AddWorksheet(sheet.Name));
        var uncertainty = UncertainStudy.Input.Analysis.Uncertainty!;
        var stopped = book.Worksheet("Stopped");
        stopped.RowsUsed().Count().ShouldBe(1 + uncertainty.StoppedEdges.Length + uncertainty.Targets.Sum(t => t.Gates.Stopped.Length));
        stopped.RowsUsed().ShouldContain(r => r.Cell(3).GetString() == "<far>" && r.Cell(4).GetString() == "domain");
        book.Worksheet("Uncertainty").RowsUsed().Count().ShouldBe(5);
        book.Worksheet("Coverage").RowsUsed().Count().ShouldBe(1 + 4 * (4 + 3 + 2), "four levels, three thirds, two systems");
    }

    [Fact]
    public void The_file_has_every_number()
    {
        using var json = JsonDocument.Parse(AnalysisJson.Write(UncertainStudy.Input, [s_section]));
        var uncertainty = json.RootElement.GetProperty("uncertainty");
        var target = uncertainty.GetProperty("targets")[0];
        target.GetProperty("coverage").GetArrayLength().ShouldBe(4);
        target.GetProperty("gates").GetProperty("widest").GetDouble().ShouldBe(60);
        uncertainty.GetProperty("joint")[0].GetProperty("correlations").GetArrayLength().ShouldBe(4);
        uncertainty.GetProperty("stoppedEdges").GetArrayLength().ShouldBe(
            UncertainStudy.Input.Analysis.Verdicts.Count(v => !RiskGates.Passes(v)));
    }

    private static string Page(ReportInput input) =>
        RenderedSection.Of([s_section], input, Templates.Open(Shipped.Templates, "report")).ShouldHaveSingleItem().Html;
}
