using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClosedXML.Excel;
using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>What the report says of targets that are learnt together.</summary>
public partial class LearningTogetherIsShown
{
    private static readonly TransferSection s_section = new();

    [Fact]
    public void On_the_page_as_approved()
    {
        var html = RenderedSection.Of([s_section], TransferStudy.Input, Templates.Open(Shipped.Templates, "report"))
            .ShouldHaveSingleItem().Html;
        Check(Drawing().Replace(Captions.Number(html), "${open}>(drawing)</svg>") + "\n", "transfer", "html");
    }

    [Fact]
    public void In_the_file_as_approved() => Check(
        Leaves().Replace(
            Approved.Rounded(AnalysisJson.Write(TransferStudy.Input, [s_section])), leaf => Blanks().Replace(leaf.Value, " ")),
        "transfer", "json");

    [Fact]
    public void In_a_drawing_as_approved() => Check(
        TransferFigure.Of(TransferStudy.Analysis.Transfer!).ShouldHaveSingleItem().Svg + "\n", "transfer", "svg");

    [Fact]
    public void With_its_drift_and_the_closing_of_its_loop_where_an_earlier_run_is_known()
    {
        var analysis = StudyAnalyzer.Analyze(TransferStudy.Results, TransferStudy.Options with
        {
            EarlierThan = (kind, now) => kind == LatticeKind.Transfers ? [now] : [],
        });
        var page = RenderedSection.Of(
            [s_section], TransferStudy.Input with { Analysis = analysis }, Templates.Open(Shipped.Templates, "report"))
            .ShouldHaveSingleItem().Html;
        page.ShouldContain("<th scope=\"row\">drift: change</th><td>0.000 (");
        page.ShouldContain("Loop closure over the runs, transfer in structure (each update takes in 0.50 of the new weights): two updates");
        On_the_page().ShouldNotContain("drift: change", Case.Sensitive, "there is none");

        static string On_the_page() => RenderedSection.Of(
            [s_section], TransferStudy.Input, Templates.Open(Shipped.Templates, "report")).ShouldHaveSingleItem().Html;
    }

    [Fact]
    public void Nowhere_where_nothing_is_learnt_together()
    {
        s_section.IsShown(SmallStudy.Input).ShouldBeFalse();
        s_section.Page(SmallStudy.Input).ShouldBeNull();
        s_section.Sheets(SmallStudy.Input).ShouldBeEmpty();
        s_section.Json(SmallStudy.Input).ShouldBeEmpty();
    }

    [Fact]
    public void In_the_workbook_with_a_row_per_set_and_target()
    {
        using var stream = new MemoryStream();
        ExcelReport.Write(stream, TransferStudy.Input);
        using var workbook = new XLWorkbook(stream);
        var sheet = workbook.Worksheet("Transfer");
        sheet.LastRowUsed()!.RowNumber().ShouldBe(1 + 6 * 2 + 3, "six pairs and a group of three");
        var row = sheet.Rows(2, 16).First(r => r.Cell(2).GetString() == "density" && r.Cell(3).GetString() == "volume");
        (row.Cell(4).GetString(), row.Cell(15).GetString(), row.Cell(17).GetString()).ShouldBe(("harms", "informs", "only as a feature"));
        workbook.Worksheets.ShouldContain(each => each.Name == "Transfer measures");
    }

    [Fact]
    public void As_a_graph_with_what_stands_beside_each_edge()
    {
        XNamespace space = "http://graphml.graphdrawing.org/xmlns";
        var graph = XDocument.Parse(LatticeGraphMl.WriteTransfer(TransferStudy.Analysis, Representation.Structure)).Root!;
        graph.Descendants(space + "node").Select(node => node.Attribute("id")!.Value)
            .ShouldBe(["volume", "density", "band-gap", "is-metal"]);
        var key = graph.Elements(space + "key").Single(k => k.Attribute("attr.name")!.Value == "conflict share").Attribute("id")!.Value;
        var edges = graph.Descendants(space + "edge").ToArray();
        edges.Length.ShouldBe(12);
        edges.ShouldAllBe(edge => edge.Elements(space + "data").Any(data => data.Attribute("key")!.Value == key));
        Should.Throw<ArgumentException>(() => LatticeGraphMl.WriteTransfer(SmallStudy.Input.Analysis, Representation.Structure));
    }

    [Theory]
    [InlineData("volume", "density", "volume helps density either way")]
    [InlineData("density", "volume", "density helps volume as a feature, and learnt along it harms")]
    [InlineData("density", "band-gap", "density helps band-gap where it is learnt along, and as a feature it does nothing")]
    [InlineData("band-gap", "volume", "band-gap harms volume either way")]
    [InlineData("band-gap", "density", "band-gap does nothing for density, neither as a feature nor learnt along")]
    public void In_sentences_that_set_it_beside_features(string from, string to, string sentence) =>
        TransferText.Sentence(TransferStudy.Analysis.Transfer!.Comparisons.Single(c => c.From.Value == from && c.To.Value == to))
            .ShouldStartWith(sentence);

    private static void Check(string text, string id, string extension) => text.ShouldMatchApproved(configuration => configuration
        .SubFolder("../Snapshots").WithFileExtension(extension).NoDiff()
        .WithFilenameGenerator((_, _, type, ending) => $"{id}.{type}.{ending.TrimStart('.')}"));

    [GeneratedRegex(@"[\[{]\n[^\[\]{}]*[\]}]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Leaves();

    [GeneratedRegex(@"\n\s*", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        "(?<open><svg[^>]*)>.*?</svg>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Drawing();
}
