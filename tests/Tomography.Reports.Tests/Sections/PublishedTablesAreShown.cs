using System.Collections.Immutable;
using System.Text.Json;
using ClosedXML.Excel;
using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>What the report says of a study beside a published table.</summary>
public class PublishedTablesAreShown
{
    private static readonly ReportSection s_section = ReportSections.All.Single(s => s.Id == "published");
    private static readonly PropertyName s_volume = new("volume"), s_density = new("density"), s_gap = new("band-gap");

    private static readonly PublishedTable s_table = new(
        "A. Author & B. Author (2025), Table 1", [s_density, s_volume, s_gap],
        [
            new(Representation.Structure, s_volume, []),
            new(Representation.Composition, s_volume, [s_density]),
            new(Representation.Composition, s_density, []),
            new(Representation.Composition, s_gap, [s_volume]), // no target of this study
        ])
    {
        Spreads = [new(s_volume, 500.3, 569.6), new(s_gap, 1.056, 1.526)],
    };

    internal static ReportInput Input { get; } = SmallStudy.Input with
    {
        Published = PublishedAnalyzer.Of(
            SmallStudy.Input.Analysis, s_table,
            [new(SmallStudy.Input.Analysis.Property(s_volume), [10, 20, double.NaN, 30])]),
    };

    [Fact]
    public void Where_none_was_given_there_is_no_word_of_it()
    {
        s_section.IsShown(SmallStudy.Input).ShouldBeFalse();
        s_section.Page(SmallStudy.Input).ShouldBeNull();
        s_section.Sheets(SmallStudy.Input).ShouldBeEmpty();
        s_section.Json(SmallStudy.Input).ShouldBeEmpty();
    }

    [Fact]
    public void Only_what_both_have_is_compared_and_the_target_itself_is_no_coupling()
    {
        Input.Published!.Cells.Select(c => (c.Representation.Name, c.Feature.Value, c.Target.Value, c.There)).ShouldBe(
        [
            ("structure", "density", "volume", false), ("composition", "density", "volume", true),
            ("composition", "volume", "density", false),
        ]);
        Input.Published.Counts.ShouldBe([new(s_density, 1, 1, 1)]);
        var spread = Input.Published.Spreads.ShouldHaveSingleItem();
        (spread.Mean, spread.Deviation).ShouldBe((20, Math.Sqrt(200 / 3.0)));
    }

    [Fact]
    public void The_page_has_sentences_figures_and_tables()
    {
        var html = RenderedSection.Of([s_section], Input, Templates.Open(Shipped.Templates, "report")).ShouldHaveSingleItem().Html;
        string[] texts =
        [
            "Published: A. Author &amp; B. Author (2025), Table 1.", "3 couplings are in both; 1 of them are significant as published.",
            "By the rule of [T] this study agrees on 67 % of them, where chance alone gives 44 %", "id=\"figure-published-structure\"",
            "How far this study agrees with the published table.", "For how many targets each feature counts",
            "Mean and standard deviation of the properties",
        ];
        foreach (var text in texts) html.ShouldContain(text);
        html.ShouldNotContain("NaN");
    }

    [Fact]
    public void The_workbook_has_a_row_for_each_coupling_and_the_file_each_number()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("x");
        s_section.Sheets(Input).ShouldHaveSingleItem().Fill(sheet);
        sheet.LastRowUsed().RowNumber().ShouldBe(1 + 3);
        using var json = JsonDocument.Parse(AnalysisJson.Write(Input, [s_section]));
        var published = json.RootElement.GetProperty("published");
        published.GetProperty("cells").GetArrayLength().ShouldBe(3);
        published.GetProperty("agreements").GetArrayLength().ShouldBe(9);
        published.GetProperty("spreads")[0].GetProperty("publishedMean").GetDouble().ShouldBe(500.3);
    }

    [Fact]
    public void A_table_that_has_nothing_in_common_with_the_study_is_told()
    {
        var other = PublishedAnalyzer.Of(
            SmallStudy.Input.Analysis, s_table with { Rows = [new(Representation.Structure, s_gap, [s_volume])] }, []);
        PublishedText.Sentences(other).ShouldBe("The published table and this study have no feature and target in common.");
        var input = SmallStudy.Input with { Published = other };
        var html = RenderedSection.Of([s_section], input, Templates.Open(Shipped.Templates, "report"));
        html.ShouldHaveSingleItem().Html.ShouldNotContain("<table");
    }
}
