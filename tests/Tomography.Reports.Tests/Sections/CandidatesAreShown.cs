using System.Text.Json;
using ClosedXML.Excel;
using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>What the section on candidates says, and where it says nothing.</summary>
public class CandidatesAreShown
{
    private static readonly ReportSection s_section = ReportSections.All.Single(s => s.Id == "choosing");

    [Fact]
    public void Where_there_are_none_there_is_no_word_of_them()
    {
        s_section.IsShown(SmallStudy.Input).ShouldBeFalse();
        s_section.Page(SmallStudy.Input).ShouldBeNull();
        s_section.Sheets(SmallStudy.Input).ShouldBeEmpty();
        s_section.Json(SmallStudy.Input).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_says_what_is_chosen_and_why_and_what_the_front_rests_on()
    {
        var html = Page(ChoiceStudy.Input);

        html.ShouldContain("4 of 40 candidates for minimise volume, below 60");
        html.ShouldContain("1 known already, 1 stopped");
        html.ShouldContain("of 3 models expect it beyond what is known");
        html.ShouldContain("volume \u2192 density informs");
        html.ShouldContain("with trusted edges");
        foreach (var id in (string[])["candidate-front", "front-path"]) html.ShouldContain($"id=\"figure-{id}\"");
        html.ShouldNotContain("<three>");
        html.ShouldNotContain("NaN");
    }

    [Fact]
    public void One_objective_is_traded_for_the_chance_to_keep_bounds()
    {
        var input = ChoiceStudy.With([new(new("volume"), GoalAim.None, 22, 40), new(new("density"), GoalAim.Minimise, null, null)]);

        Page(input).ShouldContain("by the chance that they keep all bounds");
        input.Choice!.Path.Candidates.Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Goals_with_bounds_alone_are_chosen_by_their_chance()
    {
        var input = ChoiceStudy.With([new(new("volume"), GoalAim.None, 22, 24)]);

        Page(input).ShouldContain("keeps all bounds with");
        input.Choice!.Chosen[0].Candidate.Id.ShouldBe("<three>");
    }

    [Fact]
    public void A_step_of_the_figure_has_the_colour_of_what_its_edges_are_worth()
    {
        var choice = ChoiceStudy.Input.Choice!;
        var figure = PathFigure.Of(choice, _ => "")!;
        choice.Path.Steps.ShouldContain(s => s.Trust == StepTrust.Coherent);
        figure.Svg.ShouldContain(FigureColours.Informs);
        figure.Data.Rows.Length.ShouldBe(2 * choice.Path.Candidates.Length);
    }

    [Fact]
    public void Workbook_and_file_have_the_batch_with_its_reasons()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Candidates");
        s_section.Sheets(ChoiceStudy.Input).Single().Fill(sheet);
        sheet.Cell(2, 1).GetDouble().ShouldBe(1);
        sheet.LastRowUsed().RowNumber().ShouldBe(41);

        var json = JsonDocument.Parse(AnalysisJson.Write(ChoiceStudy.Input, [s_section])).RootElement.GetProperty("choice");
        json.GetProperty("chosen").GetArrayLength().ShouldBe(4);
        json.GetProperty("chosen")[0].GetProperty("reason").GetString()!.ShouldContain("volume ");
        json.GetProperty("steps").GetArrayLength().ShouldBe(ChoiceStudy.Input.Choice!.Path.Steps.Length);
    }

    private static string Page(ReportInput input) =>
        RenderedSection.Of([s_section], input, Templates.Open(Shipped.Templates, "report")).ShouldHaveSingleItem().Html;
}
