using Shouldly;
using Tomography.Reports;
using Tomography.Testing;
using Xunit;

namespace Tomography.Workflows.Tests;

public sealed class FiguresAreWrittenBesideThePage : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private FigureFolder Figures => new(_folder.Root);

    [Fact]
    public void Each_figure_is_a_drawing_and_a_table()
    {
        Figures.IsWhole.ShouldBeFalse();
        Figures.Write(Page("one", "two"));
        Figures.IsWhole.ShouldBeTrue();
        Names().ShouldBe(["one.csv", "one.svg", "two.csv", "two.svg"]);
        File.ReadAllText(_folder.PathOf("figures", "one.csv")).ShouldBe("value\n1\n");
        File.ReadAllText(_folder.PathOf("figures", "one.svg")).ShouldContain("fill=\"#1c1e21\"");
    }

    [Fact]
    public void A_figure_that_the_page_no_longer_has_goes_and_what_the_program_did_not_write_stays()
    {
        Figures.Write(Page("one", "two"));
        _folder.Write("figures/own.svg", "mine");
        Figures.Write(Page("two"));
        Names().ShouldBe(["own.svg", "two.csv", "two.svg"]);
        Figures.Clean().ShouldBe(2);
        Names().ShouldBe(["own.svg"]);
    }

    [Fact]
    public void Figures_of_another_page_can_stay()
    {
        Figures.Write(Page("one"));
        Figures.Write(Page("two"), keepOthers: true);
        Names().ShouldBe(["one.csv", "one.svg", "two.csv", "two.svg"]);
        Figures.Clean().ShouldBe(4);
        Directory.Exists(_folder.PathOf("figures")).ShouldBeFalse();
    }

    [Fact]
    public void Where_a_figure_was_removed_the_page_is_made_again()
    {
        Figures.Write(Page("one"));
        File.Delete(_folder.PathOf("figures", "one.svg"));
        Figures.IsWhole.ShouldBeFalse();
    }

    [Fact]
    public void A_list_cannot_have_files_elsewhere_removed()
    {
        Figures.Write(Page("one"));
        _folder.Write("report.html", "page");
        _folder.Write("figures/.figures", "figures/../report.html\nreport.html\nfigures/one.svg\n");
        Figures.Clean().ShouldBe(1);
        File.Exists(_folder.PathOf("report.html")).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();

    private string[] Names() => !Directory.Exists(_folder.PathOf("figures")) ? [] :
        [.. Directory.GetFiles(_folder.PathOf("figures")).Select(path => Path.GetFileName(path)).Where(n => n[0] != '.').Order()];

    private static HtmlPage Page(params string[] ids) => new("", [.. ids.Select(id => new ReportFigure(
        id, "A.", "B.", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path fill=\"var(--ink, #1c1e21)\"/></svg>",
        FigureData.Of([1], ("value", one => one))))]);
}
