using System.Text.Json;
using System.Xml.Linq;
using ClosedXML.Excel;
using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>What a report says of sets of features and of properties that some materials lack.</summary>
public class ReportsTellGapsAndSets
{
    private static readonly PropertySet Set = GapsStudy.Rows[2];

    private static string Page { get; } = HtmlReport.Write(GapsStudy.Input, Shipped.Templates);

    private static ImportanceTable Structure => GapsStudy.Analysis.Importance[0];

    [Theory]
    [InlineData("importance")]
    [InlineData("baselines")]
    [InlineData("study")]
    [InlineData("information")]
    public void The_section_shows_gaps_and_sets_as_was_approved(string id)
    {
        var section = ReportSections.All.Single(section => section.Id == id);
        var html = RenderedSection.Of([section], GapsStudy.Input, Templates.Open(Shipped.Templates, "report"))[0].Html;
        var parts = html.Split("<svg");
        var text = parts[0] + string.Concat(parts.Skip(1).Select(part => part[(part.IndexOf("</svg>", StringComparison.Ordinal) + 6)..]));
        (text + "\n").ShouldMatchApproved(configuration => configuration
            .SubFolder("Snapshots").WithFileExtension("html").NoDiff().WithDiscriminator(id)
            .WithFilenameGenerator((_, _, type, ending) => $"gaps-{id}.{type}.{ending.TrimStart('.')}"));
    }

    [Fact]
    public void Numbers_of_materials_are_said_where_they_differ_and_not_where_they_are_equal()
    {
        Page.ShouldContain("Without a feature: 400 materials, for band-gap 380.");
        Page.ShouldContain("With bulk-modulus, bulk-modulus + density: 212 materials, for band-gap 200.");
        Page.ShouldNotContain("With density:", Case.Sensitive, "it has the gaps of its targets alone");

        var equal = HtmlReport.Write(ReportStudy.Input, Shipped.Templates);
        equal.ShouldNotContain("Without a feature:");
        equal.ShouldNotContain(">materials</th>");
        ReportStudy.Analysis.Importance.SelectMany(table => Titles(ReportStudy.Analysis, table))
            .ShouldAllBe(title => !title.Contains("materials"));
    }

    [Fact]
    public void A_cell_says_on_how_many_materials_it_stands()
    {
        Titles(GapsStudy.Analysis, Structure).ShouldContain(
            "Structure: bulk-modulus + density as features change the test error of volume by \u221220.0 % " +
            "(\u221220.8 % to \u221219.2 %, over all seeds, 2 seeds, 212 materials). Verdict: undecided (few-seeds). Seeds: 1 "
                + "\u221220.0 %, 2 \u221220.0 %.");
        Titles(GapsStudy.Analysis, Structure).ShouldContain(
            "Structure: density as a feature changes the test error of band-gap by +10.0 % " +
            "(+8.9 % to +11.1 %, over all seeds, 2 seeds, 380 materials). Verdict: undecided (few-seeds). Seeds: 1 +10.0 %, 2 +10.0 %.");
    }

    [Fact]
    public void A_set_that_contains_the_target_is_hatched_says_so_and_is_not_called_significant()
    {
        var figure = HeatmapFigure.Draw(GapsStudy.Analysis, Structure, ImportanceForm.Pooled);

        var answer = Drawing.Cells(figure).Single(cell => Drawing.KindOf(cell) == "answer");
        answer.Value.ShouldContain("The target is among the features: the model is given the answer.");
        answer.Descendants().Attributes("stroke").ShouldContain(stroke => stroke.Value.StartsWith("url(#importance-structure-hatch"));
        answer.ToString().ShouldNotContain("font-weight=\"700\"");
        Page.ShouldContain("target among the features");
        Page.ShouldContain("A set of features that contains the target gives the model the answer.");
    }

    [Fact]
    public void The_head_of_the_page_counts_features_and_sets()
    {
        Page.ShouldContain("2 targets \u00b7 2 features and 2 sets of features \u00b7 2 seeds");
        HtmlReport.Write(ReportStudy.Input, Shipped.Templates).ShouldContain("2 targets \u00b7 3 features \u00b7 2 seeds");
    }

    [Fact]
    public void Table_1_names_a_set_by_its_properties_and_leaves_out_one_with_the_answer()
    {
        var start = Page.IndexOf("<section id=\"significance\"", StringComparison.Ordinal);
        var section = Page[start..Page.IndexOf("<section id=\"lattice\"", StringComparison.Ordinal)];

        section.ShouldContain("<span class=\"feature\">bulk-modulus + density</span>");
        section.Split("<th scope=\"row\">volume</th>")[1].Split("</tr>")[0].ShouldNotContain("density + volume");
    }

    [Fact]
    public void A_baseline_that_is_no_better_than_the_constant_is_marked_in_words()
    {
        Page.Split("<span class=\"status attention\">no better than the constant</span>").Length.ShouldBe(2, "one baseline is");
        Page.ShouldContain("has learnt nothing of its target from the crystals");
        Mark(ReportStudy.Input).ShouldBeTrue("the composition baseline of volume errs by 42, the constant by 41.25");
        Mark(SmallStudy.Input).ShouldBeFalse();

        static bool Mark(ReportInput input) =>
            HtmlReport.Write(input, Shipped.Templates).Contains("no better than the constant");
    }

    [Fact]
    public void The_file_has_sets_as_lists_and_the_numbers_of_materials()
    {
        using var json = JsonDocument.Parse(AnalysisJson.Write(GapsStudy.Input));
        var cells = json.RootElement.GetProperty("importance")[0].GetProperty("cells").EnumerateArray().ToArray();

        cells.Select(cell => string.Join('+', cell.GetProperty("features").EnumerateArray().Select(name => name.GetString()))).Distinct()
            .ShouldBe(GapsStudy.Rows.Select(row => row.ToString()));
        cells.Select(cell => cell.GetProperty("materials").GetInt32()).ShouldBe([400, 380, 212, 200, 212, 200, 400, 380]);
        cells.Count(cell => cell.GetProperty("containsTarget").GetBoolean()).ShouldBe(1);
        var baselines = json.RootElement.GetProperty("baselines").EnumerateArray().ToArray();
        baselines.Select(each => each.GetProperty("materials").GetInt32()).ShouldBe([400, 380, 400, 380, 212, 200, 212, 200]);
        baselines[3].GetProperty("r2").GetDouble().ShouldBe(-0.004, 1e-12);
        baselines[3].GetProperty("constantMae").GetDouble().ShouldBe(2);
        baselines[3].GetProperty("isNoBetterThanConstant").GetBoolean().ShouldBeTrue();
        var information = json.RootElement.GetProperty("information").GetProperty("cells").EnumerateArray();
        information.Where(cell => cell.GetProperty("feature").GetString() == "bulk-modulus")
            .Select(cell => cell.GetProperty("materials").GetInt32()).ShouldBe([212, 200]);
    }

    [Fact]
    public void The_workbook_has_the_rows_and_the_numbers_of_materials()
    {
        using var stream = new MemoryStream();
        ExcelReport.Write(stream, GapsStudy.Input);
        stream.Position = 0;
        using var workbook = new XLWorkbook(stream);

        var heatmap = workbook.Worksheet("Structure");
        Enumerable.Range(5, 4).Select(row => heatmap.Cell(row, 1).GetString())
            .ShouldBe(["density", "bulk-modulus", "bulk-modulus + density", "density + volume"]);
        var top = heatmap.RowsUsed().Single(row => row.Cell(1).GetString() == "materials").RowNumber();
        Enumerable.Range(top + 1, 4).Select(row => heatmap.Cell(row, 2).GetDouble()).ShouldBe([400, 212, 212, 400]);
        heatmap.Cell(8, 2).Style.Font.Italic.ShouldBeTrue("volume is in the set");
        var baselines = workbook.Worksheet("Baselines").RowsUsed().ToArray();
        baselines.Select(row => row.Cell(10).GetString()).Count(text => text == "no better than the constant").ShouldBe(1);
        baselines.Select(row => row.Cell(15).GetString()).ShouldBe(["materials", "400", "380", "400", "380", "212", "200", "212", "200"]);
    }

    [Fact]
    public void A_set_is_no_node_of_the_drawn_lattice_and_no_row_of_information()
    {
        LatticeGraphMl.Write(GapsStudy.Analysis).ShouldNotContain("+");
        GapsStudy.Analysis.Information!.Cells.Select(cell => cell.Feature.Value).Distinct().ShouldBe(["density", "bulk-modulus"]);
        VariantsCsv.Write([new("one", [], "one/report.html", GapsStudy.Analysis)])
            .ShouldContain($"one,structure,volume,{Set},2,212,");
    }

    private static IEnumerable<string> Titles(StudyAnalysis analysis, ImportanceTable table) =>
        Drawing.Titles(HeatmapFigure.Draw(analysis, table, ImportanceForm.Pooled));
}
