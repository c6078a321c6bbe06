using System.Text.Json;
using ClosedXML.Excel;
using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests;

public class SectionsAreAddedByOneType
{
    private static readonly ReportInput Empty = ReportStudy.Input with { Results = ReportStudy.Results with { Scores = [] } };

    private static IReadOnlyList<ReportSection> Sections { get; } = ReportSections.All.Insert(8, new ExtraSection());

    [Fact]
    public void A_section_of_ones_own_stands_on_the_page_with_heading_text_figure_and_table()
    {
        var page = Page(ReportStudy.Input);
        page.ShouldContain("<section id=\"models-of-each\" aria-labelledby=\"models-of-each-title\">\n"
            + "<h2 id=\"models-of-each-title\">Models of each representation &lt;here&gt;</h2>");
        page.ShouldContain("<p>All that were <em>trained</em>.</p>");
        page.ShouldContain("Nothing &lt;drawn&gt;. <span class=\"how\">By &lt;nobody&gt;.</span></figcaption>");
        page.ShouldContain("<svg viewBox=\"0 0 1 1\"></svg>");
        page.ShouldContain("<th scope=\"col\" class=\"right\">models</th>");
        var models = ReportStudy.Results.Scores.Count(score => score.Model.Representation == ReportStudy.S);
        page.ShouldContain($"<td class=\"right\">{models}</td>");
    }

    [Fact]
    public void The_navigation_leads_to_it_in_its_place()
    {
        var navigation = Between(Page(ReportStudy.Input), "<nav", "</nav>");
        var before = navigation.IndexOf("<a href=\"#significance\">", StringComparison.Ordinal);
        var here = navigation.IndexOf("<a href=\"#models-of-each\">Models of each</a>", StringComparison.Ordinal);
        var after = navigation.IndexOf("<a href=\"#lattice\">", StringComparison.Ordinal);
        before.ShouldBeGreaterThan(0);
        here.ShouldBeGreaterThan(before);
        after.ShouldBeGreaterThan(here);
    }

    [Fact]
    public void Its_figure_and_table_get_the_next_numbers_and_those_after_it_move_on()
    {
        var page = Page(ReportStudy.Input);
        var figures = HtmlReport.Make(ReportStudy.Input, Shipped.Templates, Sections).Figures.Select(figure => figure.Id).ToList();
        var place = figures.IndexOf("nothing") + 1;
        place.ShouldBeGreaterThan(figures.IndexOf("importance-structure") + 1);
        place.ShouldBeLessThan(figures.IndexOf("trade-off-structure") + 1);
        page.ShouldContain($"<b>Figure {place}.</b> Nothing");
        page.ShouldContain($"<b>Figure {place + 1}.</b> ");
        // Before it come the verdicts of two representations, and Table 1 by verdicts and by both forms.
        page.ShouldContain("<b>Table 6.</b> Models trained.");
        foreach (var kind in new[] { "Figure", "Table" })
        {
            var numbers = page.Split($"<figcaption><b>{kind} ").Skip(1).Select(part => int.Parse(part[..part.IndexOf('.')])).ToArray();
            numbers.ShouldBe(Enumerable.Range(1, numbers.Length));
        }
    }

    [Fact]
    public void Its_sheet_stands_in_the_workbook_in_its_place_under_a_name_that_Excel_takes()
    {
        using var workbook = Workbook(ReportStudy.Input);
        var names = workbook.Worksheets.Select(sheet => sheet.Name).ToList();
        names.IndexOf("Models- of each").ShouldBe(names.IndexOf("Table 1") + 1);
        workbook.Worksheet("Models- of each").Cell(2, 2).GetDouble()
            .ShouldBe(ReportStudy.Results.Scores.Count(score => score.Model.Representation == ReportStudy.C));
    }

    [Fact]
    public void Its_member_stands_in_the_file()
    {
        using var json = JsonDocument.Parse(AnalysisJson.Write(ReportStudy.Input, Sections));
        var rows = json.RootElement.GetProperty("extra").GetProperty("modelsOfEach").EnumerateArray().ToArray();
        rows.Sum(row => row.GetProperty("count").GetInt32()).ShouldBe(ReportStudy.Results.Scores.Length);
    }

    [Fact]
    public void Where_it_has_nothing_to_say_it_appears_nowhere()
    {
        Page(Empty).ShouldNotContain("models-of-each");
        using var workbook = Workbook(Empty);
        workbook.Worksheets.ShouldNotContain(sheet => sheet.Name.StartsWith("Models", StringComparison.Ordinal));
        AnalysisJson.Write(Empty, Sections).ShouldNotContain("modelsOfEach");
    }

    [Fact]
    public void A_report_may_consist_of_it_alone()
    {
        IReadOnlyList<ReportSection> alone = [new ExtraSection()];
        var page = HtmlReport.Write(ReportStudy.Input, Shipped.Templates, alone);
        page.Split("<section").Length.ShouldBe(2);
        Between(page, "<nav", "</nav>").Split("<a ").Length.ShouldBe(3, "the top of the page, and this one");
        using var json = JsonDocument.Parse(AnalysisJson.Write(ReportStudy.Input, alone));
        json.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(["formatVersion", "extra"]);
    }

    [Fact]
    public void Two_sections_of_the_same_name_are_an_error()
    {
        var twice = Sections.Append(new ExtraSection()).ToArray();
        Should.Throw<ArgumentException>(() => AnalysisJson.Write(ReportStudy.Input, twice)).Message.ShouldContain("models-of-each");
        Should.Throw<ArgumentException>(() => HtmlReport.Write(ReportStudy.Input, Shipped.Templates, twice));
        Should.Throw<ArgumentException>(() => ExcelReport.Write(new MemoryStream(), ReportStudy.Input, twice));
    }

    private static string Page(ReportInput input) => HtmlReport.Write(input, Shipped.Templates, Sections);

    private static XLWorkbook Workbook(ReportInput input)
    {
        var stream = new MemoryStream();
        ExcelReport.Write(stream, input, Sections);
        stream.Position = 0;
        return new(stream);
    }

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }
}
