using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClosedXML.Excel;
using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>What the report says of models that start from others.</summary>
public partial class StartsAreShown
{
    private static readonly SequenceSection s_section = new();

    [Fact]
    public void On_the_page_as_approved()
    {
        var html = RenderedSection.Of([s_section], SequenceStudy.Input, Templates.Open(Shipped.Templates, "report"))
            .ShouldHaveSingleItem().Html;
        Check(Drawing().Replace(Captions.Number(html), "${open}>(drawing)</svg>") + "\n", "html");
    }

    [Fact]
    public void In_the_file_as_approved() => Check(
        Leaves().Replace(
            Approved.Rounded(AnalysisJson.Write(SequenceStudy.Input, [s_section])), leaf => Blanks().Replace(leaf.Value, " ")), "json");

    [Fact]
    public void In_a_drawing_as_approved() =>
        Check(SequenceFigure.Of(SequenceStudy.Analysis, SequenceStudy.Analysis.Sequence!).ShouldNotBeNull().Svg + "\n", "svg");

    [Fact]
    public void With_a_loop_only_where_sources_inform_each_other()
    {
        var analysis = StudyAnalyzer.Analyze(SequenceStudy.Results, SequenceStudy.Options with { EarlierThan = (_, now) => [now] });
        analysis.Sequence!.Lattices.ShouldAllBe(lattice => lattice.Analysis.Loop != null && lattice.Analysis.Measures.Drift!.Runs == 2);
        RenderedSection.Of(
            [s_section], SequenceStudy.Input with { Analysis = analysis }, Templates.Open(Shipped.Templates, "report"))
            .ShouldHaveSingleItem().Html.ShouldNotContain("Loop closure", Case.Sensitive, "one source has no way back");
    }

    [Fact]
    public void Nowhere_where_nothing_starts_from_another()
    {
        s_section.IsShown(SmallStudy.Input).ShouldBeFalse();
        s_section.Page(SmallStudy.Input).ShouldBeNull();
        s_section.Sheets(SmallStudy.Input).ShouldBeEmpty();
        s_section.Json(SmallStudy.Input).ShouldBeEmpty();
    }

    [Fact]
    public void In_the_workbook_with_a_row_per_source_target_and_number_of_labels()
    {
        using var stream = new MemoryStream();
        ExcelReport.Write(stream, SequenceStudy.Input);
        using var workbook = new XLWorkbook(stream);
        var sheet = workbook.Worksheet("Sequence");
        sheet.LastRowUsed()!.RowNumber().ShouldBe(1 + 2 * 3);
        var row = sheet.Rows(2, 7).First(r => r.Cell(3).GetString() == "density" && r.Cell(12).GetDouble() == 50);
        (row.Cell(2).GetString(), row.Cell(4).GetString()).ShouldBe(("band-gap", "informs"));
        row.Cell(13).GetDouble().ShouldBeGreaterThan(row.Cell(15).GetDouble());
        var measures = workbook.Worksheet("Sequence measures").Row(1).CellsUsed().Select(c => c.GetString()).ToArray();
        measures.ShouldContain("structure, 50 labels, edges");
        measures.ShouldContain("structure, all labels, edges");
    }

    [Fact]
    public void In_a_lattice_for_each_number_of_labels_at_which_an_edge_is_drawn()
    {
        var figures = SequenceLatticeFigure.All(SequenceStudy.Analysis.Sequence!).ToArray();
        figures.Select(f => f.Id).ShouldBe(["starts-lattice-structure-50", "starts-lattice-structure-100"]);
        Check(figures[1].Svg + "\n", "svg", "starts-lattice");
    }

    [Fact]
    public void As_a_graph_with_labels_and_errors_beside_each_edge()
    {
        XNamespace space = "http://graphml.graphdrawing.org/xmlns";
        var root = XDocument.Parse(LatticeGraphMl.WriteStarts(SequenceStudy.Analysis, Representation.Structure, 100)).Root!;
        root.Descendants(space + "desc").Single().Value.ShouldBe("Lattice of starts of sequence, structure, 100 labels");
        root.Descendants(space + "node").Select(node => node.Attribute("id")!.Value).ShouldBe(["band-gap", "density", "volume"]);
        var edges = root.Descendants(space + "edge").ToArray();
        edges.Select(e => (e.Attribute("source")!.Value, e.Attribute("target")!.Value))
            .ShouldBe([("band-gap", "density"), ("band-gap", "volume")]);
        (Of(edges[0], "verdict"), Of(edges[1], "verdict"), Of(edges[0], "labels")).ShouldBe(("informs", "harms", "100"));
        Number(edges[0], "error from the source").ShouldBeLessThan(Number(edges[0], "error alone"));
        Number(edges[1], "error from the source").ShouldBeGreaterThan(Number(edges[1], "error from noise"));
        Number(edges[1], "change against noise").ShouldBeGreaterThan(0.2);

        Should.Throw<ArgumentException>(() => LatticeGraphMl.WriteStarts(SequenceStudy.Analysis, Representation.Structure, 70));
        Should.Throw<ArgumentException>(() => LatticeGraphMl.WriteStarts(SmallStudy.Input.Analysis, Representation.Structure, null));

        double Number(XElement edge, string name) => double.Parse(Of(edge, name), CultureInfo.InvariantCulture);

        string Of(XElement edge, string name)
        {
            var key = root.Elements(space + "key")
                .Single(k => k.Attribute("attr.name")!.Value == name && k.Attribute("for")!.Value == "edge").Attribute("id")!.Value;
            return edge.Elements(space + "data").Single(data => data.Attribute("key")!.Value == key).Value;
        }
    }

    [Theory]
    [InlineData("density", 50, "Started from the model of band-gap, the model errs 35.0 % less on density than alone, and less than")]
    [InlineData("density", null, "Whatever a start from band-gap does to density is less than 5 % of the error.")]
    [InlineData("volume", 100, "Started from the model of band-gap, the model errs 30.0 % more on volume than alone, and more than")]
    [InlineData("volume", 50, "Fewer than three seeds have both models. From 1 of 3 seeds; build again for the rest.")]
    public void In_sentences(string target, int? labels, string sentence) => SequenceText.Sentence(
        SequenceStudy.Analysis.Sequence!.Points.Single(p => p.Verdict.Target.Value == target && p.Labels == labels), 0.05)
        .ShouldStartWith(sentence);

    [Fact]
    public void In_the_first_line_where_there_are_no_features()
    {
        var study = SequenceStudy.Results with { Features = [], Models = [], Scores = [] };
        var analysis = StudyAnalyzer.Analyze(study, new AnalysisOptions().WithCrystals(SequenceStudy.Results));
        FindingsText.Lines(analysis, SequenceStudy.Input.Context)[0].ShouldBe(
            "Found: The study compares no features. Started from another model, 2 of 6 edges inform and 1 harms.");
    }

    private static void Check(string text, string extension, string id = "sequence") => text.ShouldMatchApproved(c => c
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
