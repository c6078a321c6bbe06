using System.Text.Json;
using ClosedXML.Excel;
using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>What the section on sufficient sets says, and where it says nothing.</summary>
public class SufficientSetsAreShown
{
    private static readonly ReportSection s_section = ReportSections.All.Single(s => s.Id == "sufficient");

    [Fact]
    public void Where_nobody_asked_there_is_no_word_of_it()
    {
        s_section.IsShown(SmallStudy.Input).ShouldBeFalse();
        s_section.Page(SmallStudy.Input).ShouldBeNull();
        s_section.Sheets(SmallStudy.Input).ShouldBeEmpty();
        s_section.Json(SmallStudy.Input).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_tells_minimal_sets_what_each_property_adds_and_what_other_ways_chose()
    {
        var html = Page(SufficientStudy.Input);
        html.ShouldContain(" sets of the 4 properties were tried. 2 are minimal; ");
        html.ShouldContain("the smallest being number-of-sites.");
        html.ShouldContain("density + volume");
        html.ShouldContain("this search");
        html.ShouldContain("random sets");
        html.ShouldContain("id=\"figure-sets-structure\"");
        html.ShouldNotContain("NaN");
    }

    [Fact]
    public void A_search_that_waits_says_so() =>
        Page(SufficientStudy.Waiting).ShouldContain("Building again trains what it asks for next.");

    [Fact]
    public void The_lattice_of_sets_has_a_disc_for_each_set_and_marks_the_minimal_ones()
    {
        var found = SufficientStudy.Input.Analysis.Sufficiency[0];
        var figure = SetLatticeFigure.All([found]).ShouldHaveSingleItem();
        var titles = Drawing.Titles(figure.Svg).ToArray();
        titles.ShouldContain(t => t.StartsWith("number-of-sites: all properties take ") && t.EndsWith("minimal, sufficient"));
        titles.ShouldContain(t => t.StartsWith("no property: "));
        figure.Data.Rows.Length.ShouldBe(found.Tried.Length);
    }

    [Fact]
    public void The_workbook_has_a_row_for_each_set_and_the_file_each_number()
    {
        var found = SufficientStudy.Input.Analysis.Sufficiency[0];
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("x");
        s_section.Sheets(SufficientStudy.Input).ShouldHaveSingleItem().Fill(sheet);
        sheet.LastRowUsed().RowNumber().ShouldBe(1 + found.Tried.Length);
        using var json = JsonDocument.Parse(AnalysisJson.Write(SufficientStudy.Input, [s_section]));
        var one = json.RootElement.GetProperty("sufficient")[0];
        one.GetProperty("minimal").GetArrayLength().ShouldBe(2);
        one.GetProperty("minimal")[0].GetProperty("verdict").GetString().ShouldBe("sufficient");
        one.GetProperty("minimal")[1].GetProperty("members")[1].GetProperty("decomposition").GetString()
            .ShouldBe("gaussian", "300 materials are too few for bins");
    }

    private static string Page(Tomography.Reports.ReportInput input) =>
        RenderedSection.Of([s_section], input, Templates.Open(Shipped.Templates, "report")).ShouldHaveSingleItem().Html;
}
