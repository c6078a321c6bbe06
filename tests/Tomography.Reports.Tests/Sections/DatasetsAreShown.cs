using System.Xml.Linq;
using ClosedXML.Excel;
using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>What the audit of a dataset says on the page, in the workbook, as JSON and in lines.</summary>
public class DatasetsAreShown
{
    private static readonly Property Gap = new(new("band-gap"), "eV", PropertyKind.Number, [], [], "");

    internal static readonly DatasetAudit Audit = new(
        1200,
        [
            new(Gap, "PBE", 1200, 0, 900, 300, new(0, 0.5, 1.25, 9.5, IsWhole: false), "0", 300),
            new(Gap with { Name = new("measured") }, "exp & co", 200, 1000, 200, 0, new(-1, 0.5, 1.25, 9, false), "-1", 1),
        ],
        new(1100, 1000, 200, new("O3 Sr1 Ti1", 7)),
        [new(1, 1), new(8, 1000), new(57, 20), new(92, 3)],
        [new("monoclinic", 400), new("cubic", 800)],
        new([new(1, 10), new(12, 1000), new(190, 190)], 4, [["a", "b"], ["c", "d"]]),
        [new("PBE", [Gap.Name], 1200, 1200), new("exp & co", [new("measured")], 200, 200)],
        [new("PBE", "exp & co", 200)],
        [new(new("measured"), Gap.Name, 200, 0.65, 0.5, 0.7, 0.99)])
    {
        Excluded = [new("limit", 40), new("unreadable-crystal", 8)],
        Leakage = [new("", 1, 720, 240, 240, 30), new("", 2, 720, 240, 240, 0)],
    };

    internal static readonly DatasetSummary Summary = new("oxides", false, 1200, 1100, 1000, 8);

    [Fact]
    public void The_page_is_whole_without_a_figure_that_is_not_there()
    {
        var page = AuditReport.Page(Audit, Summary, ReportStudy.Context, Shipped.Templates).Html;
        page.ShouldContain("<dd>40 beyond the limit, 8 unreadable crystal");
        page.ShouldContain("exp &amp; co");
        page.ShouldContain("<td class=\"right\">12.5 %</td>");
        page.ShouldContain("<td class=\"right\">+0.6500</td>");
        page.ShouldContain("4 materials, like a = b");
        page.ShouldNotContain("synthetic");
        page.Split("<b>Figure ").Length.ShouldBe(4);
        var bare = Audit with { Cells = null, CrystalSystems = [], Leakage = [], Pairs = [], Sources = Audit.Sources[..1], Excluded = [] };
        var less = AuditReport.Page(bare, Summary with { IsSynthetic = true }, ReportStudy.Context, Shipped.Templates).Html;
        less.ShouldContain("These crystals are a phantom: synthetic.");
        less.Split("<b>Figure ").Length.ShouldBe(2);
        foreach (var heading in (string[])["Cells", "Crystal systems", "Training and test", "Sources"])
            less.ShouldNotContain($"<h3>{heading}");
    }

    [Fact]
    public void The_periodic_table_has_every_element_once_and_says_how_many_materials_hold_it()
    {
        var titles = Drawing.Titles(PeriodicTableFigure.Draw(Audit)).ToArray();
        titles.Length.ShouldBe(ElementTable.All.Length);
        titles.ShouldContain("Oxygen: 1,000 of 1,200 materials, 83.33 %");
        titles.ShouldContain("Gold: no material");
        var places = ElementTable.All.Select(ElementPlace.Of).ToArray();
        places.Distinct().Count().ShouldBe(places.Length);
        places.ShouldAllBe(p => p.Column >= 0 && p.Column < ElementPlace.Columns && p.Row + 1 <= ElementPlace.Rows);
    }

    [Fact]
    public void More_materials_are_darker_and_one_is_not_white()
    {
        Fill("Hydrogen").ShouldNotBe("#ffffff");
        Luminance("Hydrogen").ShouldBeGreaterThan(Luminance("Uranium"));
        Luminance("Uranium").ShouldBeGreaterThan(Luminance("Oxygen"));
        Fill("Gold").ShouldBe(FigureColours.Paper);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(40, 40)]
    [InlineData(41, 21)]
    [InlineData(190, 38)]
    [InlineData(5000, 25)]
    public void Bins_are_of_one_width_and_no_more_than_can_be_seen(int largest, int bins)
    {
        var made = SitesFigure.Bins([new(1, 3), .. largest == 1 ? [] : new SiteCount[] { new(largest, 2) }]);
        made.Length.ShouldBe(bins);
        made.Sum(b => b.Materials).ShouldBe(largest == 1 ? 3 : 5);
    }

    [Fact]
    public void The_lines_say_the_same() => AuditReport.Lines(Audit, Summary, "study").ShouldBe([
        "Audit: study: 1,200 materials, 1,100 formulas (oxides).",
        "  band-gap (eV)    0.000 to 9.500, median 0.500, mean 1.250, 300 zero, commonest 0.000 (25.0 %)",
        "  measured (eV)    \u22121.000 to 9.000, median 0.500, mean 1.250, 1,000 missing, all different",
        "  same formula     200 materials share 100 formulas; most have O3Sr1Ti1 (7)",
        "  same crystal     4 materials, like a = b",
        "  elements         4, most often O 1,000, La 20, U 3, H 1",
        "  crystal systems  monoclinic 400, cubic 800",
        "  sites per cell   1 to 190, the middle cell has 12",
        "  left out         40 beyond the limit, 8 unreadable crystal; see excluded.csv",
        "  seed 1           30 of 240 test materials (12.5 %) share their formula with a training material",
        "  seed 2           0 of 240 test materials (0.0 %) share their formula with a training material",
        "  source PBE       1,200 materials (100.0 %), 200 with exp & co: band-gap",
        "  source exp & co  200 materials (16.7 %), 200 with PBE: measured",
        "  measured and band-gap  200 materials have both, offset +0.6500 eV (median +0.5000), mean absolute 0.7000, correlation 0.990",
    ]);

    [Fact]
    public void The_report_has_it_in_section_workbook_and_file()
    {
        var input = SmallStudy.Input with { Audit = Audit };
        HtmlReport.Write(input, Shipped.Templates).ShouldContain("<h3>What it consists of</h3>");
        AnalysisJson.Write(input).ShouldContain("\"commonestCount\": 300");
        AuditReport.Json(Audit, Summary, "study").ShouldContain("\"crystalSystems\"");
        AuditReport.ElementsCsv(Audit).ShouldBe(
            "element,name,atomic_number,materials\nH,Hydrogen,1,1\nO,Oxygen,8,1000\nLa,Lanthanum,57,20\nU,Uranium,92,3\n");
        using var stream = new MemoryStream();
        ExcelReport.Write(stream, input);
        using var book = new XLWorkbook(stream);
        book.Worksheet("Dataset").Cell(2, 4).GetDouble().ShouldBe(1200);
        book.Worksheet("Dataset").Cell(7, 7).GetDouble().ShouldBe(0.7);
        book.Worksheet("Elements").Cell(3, 4).GetDouble().ShouldBe(1000);
    }

    private static string Fill(string element) => XElement.Parse(PeriodicTableFigure.Draw(Audit)).Descendants()
        .First(e => e.Name.LocalName == "title" && e.Value.StartsWith(element, StringComparison.Ordinal)).Parent!
        .Elements().First(e => e.Name.LocalName == "rect").Attribute("fill")!.Value;

    private static double Luminance(string element)
    {
        var hex = Fill(element);
        byte Part(int at) => Convert.ToByte(hex.Substring(at, 2), 16);
        return new Rgb(Part(1), Part(3), Part(5)).Luminance;
    }
}
