using System.Text.Json;
using ClosedXML.Excel;
using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>What the section on retrieval says, and where it says nothing.</summary>
public class RetrievalIsShown
{
    private static readonly ReportSection s_section = ReportSections.All.Single(s => s.Id == "retrieval");

    [Fact]
    public void Where_nobody_asked_there_is_no_word_of_it()
    {
        s_section.IsShown(SmallStudy.Input).ShouldBeFalse();
        s_section.Page(SmallStudy.Input).ShouldBeNull();
        s_section.Sheets(SmallStudy.Input).ShouldBeEmpty();
        s_section.Json(SmallStudy.Input).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_tells_for_each_representation_what_one_and_what_all_properties_tell()
    {
        var html = RenderedSection.Of([s_section], RetrievalStudy.Input, Templates.Open(Shipped.Templates, "report"))
            .ShouldHaveSingleItem().Html;
        html.ShouldContain("In structure, of 5.91 bits that would single out one of 60 candidates, volume alone tells ");
        html.ShouldContain("In composition, of 5.91 bits");
        html.ShouldContain("id=\"figure-retrieval\"");
        html.ShouldNotContain("NaN");
    }

    [Fact]
    public void The_figure_has_a_point_for_each_property_of_each_curve()
    {
        var all = RetrievalStudy.Input.Analysis.Retrieval;
        var figure = RetrievalFigure.Of(all);
        figure.Data.Rows.Length.ShouldBe(2 * 5 * 3);
        Drawing.Titles(figure.Svg).Count(t => t.Contains("bits, median place", StringComparison.Ordinal)).ShouldBe(2 * 5 * 3);
    }

    [Fact]
    public void The_workbook_and_the_file_have_each_number()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("x");
        s_section.Sheets(RetrievalStudy.Input).ShouldHaveSingleItem().Fill(sheet);
        sheet.LastRowUsed().RowNumber().ShouldBe(1 + 2 * 5 * 3);
        using var json = JsonDocument.Parse(AnalysisJson.Write(RetrievalStudy.Input, [s_section]));
        var curve = json.RootElement.GetProperty("retrieval")[0].GetProperty("curves")[0];
        curve.GetProperty("points").GetArrayLength().ShouldBe(3);
        curve.GetProperty("points")[2].GetProperty("bits").GetDouble().ShouldBe(
            RetrievalStudy.Input.Analysis.Retrieval[0].Curve(RetrievalMethod.Likelihood, RetrievalOrder.Best)!.Points[2].Bits, 1e-12);
    }
}
