using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests.Figures;

/// <summary>What holds of every figure, whatever it shows.</summary>
public partial class FiguresStandAlone
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    private static readonly HtmlPage[] s_pages =
    [
        .. new[]
        {
            SmallStudy.Input, LatticeStudy.Input, GapsStudy.Input, ReportStudy.Input, Audited, TrainingIsDrawn.Trained(), Listing.Input,
            TransferStudy.Input, SequenceStudy.Input, SufficientStudy.Input, RetrievalStudy.Input, ChoiceStudy.Input, LoopStudy.Input,
            PublishedTablesAreShown.Input,
        }
            .Select(input => HtmlReport.Make(input, Shipped.Templates)),
        AuditReport.Page(DatasetsAreShown.Audit, DatasetsAreShown.Summary, ReportStudy.Context, Shipped.Templates),
    ];

    private static ReportInput Audited => SmallStudy.Input with { Audit = DatasetsAreShown.Audit };

    internal static IEnumerable<ReportFigure> All => s_pages.SelectMany(page => page.Figures);

    [Fact]
    public void Every_figure_has_a_caption_a_way_of_computing_and_numbers()
    {
        All.ShouldNotBeEmpty();
        foreach (var figure in All)
        {
            figure.Caption.ShouldEndWith(".");
            figure.How.ShouldEndWith(".");
            figure.Data.Rows.ShouldNotBeEmpty(figure.Id);
            figure.Data.Columns.ShouldAllBe(column => Column().IsMatch(column), figure.Id);
            figure.Data.Rows.ShouldAllBe(row => row.Length == figure.Data.Columns.Length, figure.Id);
        }
    }

    [Fact]
    public void Every_figure_is_an_image_with_a_title_and_a_description()
    {
        foreach (var svg in All.Select(figure => XElement.Parse(figure.Svg)))
        {
            svg.Attribute("role")!.Value.ShouldBe("img");
            svg.Elements().First().Name.ShouldBe(s_svg + "title");
            svg.Element(s_svg + "desc")!.Value.ShouldEndWith(".");
        }
    }

    [Fact]
    public void No_text_is_smaller_than_nine_pixels()
    {
        foreach (var figure in All)
            XElement.Parse(figure.Svg).Descendants().Attributes("font-size")
                .ShouldAllBe(size => double.Parse(size.Value, CultureInfo.InvariantCulture) >= 9, figure.Id);
    }

    [Fact]
    public void Ids_are_met_once_on_a_page_and_what_a_figure_refers_to_is_its_own()
    {
        foreach (var page in s_pages)
        {
            Id().Matches(page.Html).Select(match => match.Groups["id"].Value).ShouldBeUnique();
            foreach (var figure in page.Figures)
                Reference().Matches(figure.Svg).Select(match => match.Groups["id"].Value).ShouldAllBe(id =>
                    id.StartsWith(figure.Id, StringComparison.Ordinal) && figure.Svg.Contains($"id=\"{id}\""));
        }
    }

    [Fact]
    public void The_page_links_to_every_file_of_a_figure_and_to_no_other()
    {
        foreach (var page in s_pages)
            Link().Matches(page.Html).Select(match => match.Groups["file"].Value)
                .ShouldBe(page.Files.Select(file => file.Name), page.Html[..200]);
    }

    [Fact]
    public void The_file_of_a_drawing_needs_no_style_sheet_and_has_a_background()
    {
        foreach (var file in s_pages.SelectMany(page => page.Files).Where(file => file.Name.EndsWith(".svg", StringComparison.Ordinal)))
        {
            file.Text.ShouldNotContain("var(");
            file.Text.ShouldNotContain("currentColor");
            var svg = XDocument.Parse(file.Text).Root!;
            svg.Name.ShouldBe(s_svg + "svg");
            if (svg.Element(s_svg + "rect") is not { } background) continue;
            background.Attribute("fill")!.Value.ShouldBe("#ffffff");
            background.ElementsBeforeSelf().Select(element => element.Name.LocalName).ShouldBe(["title", "desc"]);
        }
    }

    [Theory]
    [InlineData("Lattice")]
    [InlineData("a--b")]
    [InlineData("-a")]
    [InlineData("../a")]
    [InlineData("")]
    public void A_figure_whose_id_is_no_name_for_a_file_is_refused(string id) =>
        Should.Throw<ArgumentException>(() => new ReportFigure(id, "A.", "B.", "<svg/>", new(["a"], [])));

    [Fact]
    public void Two_figures_of_one_id_are_refused()
    {
        var section = new ExtraSection();
        Should.Throw<ArgumentException>(() => HtmlPage.Of("", [.. Figures(), .. Figures()])).Message.ShouldContain("'nothing'");
        IEnumerable<ReportFigure> Figures() =>
            RenderedSection.Of([section], SmallStudy.Input, Templates.Open(Shipped.Templates, "report")).Single().Figures;
    }

    [Fact]
    public void Numbers_read_back_to_the_same_bits_and_texts_to_the_same_text() =>
        Prop.ForAll<NormalFloat, NonNull<string>>((number, text) =>
        {
            var data = FigureData.Of([(number.Get, text.Get)], ("number", row => row.Item1), ("text", row => row.Item2));
            var (first, rest) = data.Csv["number,text\n".Length..^1].Split(',', 2) is [var one, var two] ? (one, two) : default;
            return double.Parse(first!, CultureInfo.InvariantCulture).Equals(number.Get) && Unquoted(rest!) == text.Get;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_number_that_is_none_is_refused() =>
        Should.Throw<ArgumentException>(() => FigureData.Of([double.NaN], ("share", x => x))).Message.ShouldContain("'share'");

    private static string Unquoted(string field) => field.StartsWith('"') ? field[1..^1].Replace("\"\"", "\"") : field;

    [GeneratedRegex("^[a-z0-9_]+$", RegexOptions.None, 1000)]
    private static partial Regex Column();

    [GeneratedRegex("\\sid=\"(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Id();

    [GeneratedRegex("url\\(#(?<id>[^)]*)\\)|href=\"#(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Reference();

    [GeneratedRegex("href=\"(?<file>figures/[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Link();
}
