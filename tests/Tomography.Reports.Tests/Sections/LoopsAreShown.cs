using System.Text.Json;
using ClosedXML.Excel;
using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>What the section on a simulated loop says, and where it says nothing.</summary>
public class LoopsAreShown
{
    private static readonly ReportSection s_section = ReportSections.All.Single(s => s.Id == "loop");

    [Fact]
    public void Where_none_was_simulated_there_is_no_word_of_it()
    {
        s_section.IsShown(SmallStudy.Input).ShouldBeFalse();
        s_section.Page(SmallStudy.Input).ShouldBeNull();
        s_section.Sheets(SmallStudy.Input).ShouldBeEmpty();
        s_section.Json(SmallStudy.Input).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_says_which_policies_beat_random_choice_and_that_the_guided_one_does_not_beat_ucb()
    {
        var html = Page(LoopStudy.Input);
        html.ShouldContain("More of the best 1 % than by random choice is found by greedy, ucb, ei, ehvi.");
        html.ShouldContain("Less than by random choice is found by entangled.");
        html.ShouldContain("Entanglement-guided choice does not beat ucb, it does worse");
        html.ShouldContain("one after the last experiment counts, for random choice, too: entangled in 3.");
        html.ShouldContain("id=\"figure-loop-reached\"");
        html.ShouldNotContain("NaN");
    }

    [Fact]
    public void Where_the_guided_one_is_better_it_says_so() => Page(SmallStudy.Input with { Loop = LoopStudy.Of(guidedIsGood: true) })
        .ShouldContain("Entanglement-guided choice beats ucb");

    [Fact]
    public void Damped_the_lattice_moves_less()
    {
        var outcome = LoopStudy.Input.Loop!.Outcomes[0];
        outcome.Drift!.Mean.ShouldBeGreaterThan(outcome.DampedDrift!.Mean);
        outcome.DampedDrift.Mean.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Workbook_and_file_have_every_policy()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Loop");
        s_section.Sheets(LoopStudy.Input).Single().Fill(sheet);
        sheet.LastRowUsed().RowNumber().ShouldBe(1 + 6 * 8);

        var json = JsonDocument.Parse(AnalysisJson.Write(LoopStudy.Input, [s_section])).RootElement.GetProperty("loop");
        json.GetProperty("policies").GetArrayLength().ShouldBe(6);
        json.GetProperty("policies")[1].GetProperty("reached").GetArrayLength().ShouldBe(9);
        json.GetProperty("entangledOverUcb").GetProperty("topFound").GetProperty("mean").GetDouble().ShouldBeLessThan(0);
    }

    private static string Page(ReportInput input) =>
        RenderedSection.Of([s_section], input, Templates.Open(Shipped.Templates, "report")).ShouldHaveSingleItem().Html;
}
