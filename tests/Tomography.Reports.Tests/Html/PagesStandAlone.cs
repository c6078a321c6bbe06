using System.Xml.Linq;
using Shouldly;
using Tomography.Analysis;
using Tomography.Testing;
using Xunit;

namespace Tomography.Reports.Tests;

public class PagesStandAlone
{
    private static string Page => HtmlReport.Write(ReportStudy.Input, Shipped.Templates);

    [Fact]
    public void The_page_around_its_sections_is_as_approved()
    {
        var page = HtmlReport.Write(
            SmallStudy.Input, Shipped.Templates, [new HeadlineSection(), new SettingsSection(), new ExtraSection()]);
        var style = page.IndexOf("<style>", StringComparison.Ordinal);
        page.Remove(style, page.IndexOf("</script>", StringComparison.Ordinal) - style).ShouldMatchApproved(Approved.As("html"));
    }

    [Fact]
    public void Every_link_of_the_page_leads_to_a_section_and_every_section_has_its_link()
    {
        var links = Page.Split("href=\"#").Skip(1).Select(part => part[..part.IndexOf('"')]).Distinct().ToArray();
        var sections = Page.Split("<section id=\"").Skip(1).Select(part => part[..part.IndexOf('"')]).ToArray();
        sections.ShouldBe(
        [
            "verdicts", "importance", "importance-paired", "difference", "significance", "lattice", "next", "checklist", "information",
            "baselines", "predictions", "dataset", "method", "settings", "reading",
        ]);
        links.Where(link => !link.StartsWith("figure-", StringComparison.Ordinal)).ShouldBe(["main", .. sections], ignoreOrder: true);
        links.Where(link => link.StartsWith("figure-", StringComparison.Ordinal))
            .ShouldBe(Page.Split("<figure id=\"").Skip(1).Select(part => part[..part.IndexOf('"')]));
    }

    [Fact]
    public void Names_that_look_like_markup_are_shown_not_obeyed()
    {
        var context = ReportStudy.Context with { Experiment = "<script>alert('x')</script>" };
        var page = HtmlReport.Write(ReportStudy.Input with { Context = context }, Shipped.Templates);
        page.Split("<script").Length.ShouldBe(2, "the one of the page itself");
        page.ShouldContain("&lt;script&gt;");
        page.ShouldContain("&lt;b&gt;bold &amp; &quot;quoted&quot;&lt;/b&gt;");
    }

    [Fact]
    public void The_page_needs_no_network()
    {
        Page.ShouldContain("default-src 'none'");
        Page.ShouldNotContain("src=");
        Page.ShouldNotContain("@import");
        Page.ShouldNotContain("href=\"http");
    }

    [Fact]
    public void Every_figure_is_well_formed()
    {
        var figures = Page.Split("<svg")
            .Skip(1)
            .Select(part => "<svg" + part[..(part.IndexOf("</svg>", StringComparison.Ordinal) + 6)])
            .ToArray();
        figures.Length.ShouldBe(
            HtmlReport.Make(ReportStudy.Input, Shipped.Templates).Figures.Length - 1, "the overview is a table on the page");
        foreach (var figure in figures) XDocument.Parse(figure).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public void An_incomplete_study_says_what_is_missing_and_a_synthetic_one_that_it_is_synthetic()
    {
        Page.ShouldContain("phantom: synthetic");
        Page.ShouldContain("missing", Case.Insensitive);
    }

    [Fact]
    public void A_study_of_one_seed_says_that_its_significance_says_nothing()
    {
        HtmlReport.Write(ReportStudy.Input with { Analysis = StudyAnalyzer.Analyze(ReportStudy.OnlyOneSeed) }, Shipped.Templates)
            .ShouldContain("One seed only: significance says nothing.");
        Page.ShouldNotContain("One seed only");
    }

    [Fact]
    public void A_study_of_real_crystals_is_not_called_synthetic()
    {
        var real = ReportStudy.Analysis with { Dataset = ReportStudy.Analysis.Dataset with { IsSynthetic = false, Name = "crystals" } };
        HtmlReport.Write(ReportStudy.Input with { Analysis = real }, Shipped.Templates).ShouldNotContain("synthetic");
    }

    [Fact]
    public void Templates_of_ones_own_lay_out_the_same_values()
    {
        using var folder = new TemporaryFolder();
        folder.Write("report.sbn-html", "{{ for section in sections }}{{ section.id }}: {{ raw section.html }}{{ end }}");
        folder.Write("sections/settings.sbn-html", "{{ for setting in settings }}{{ setting.name }}={{ setting.value }};{{ end }}");
        var input = ReportStudy.Input with { Context = ReportStudy.Context with { Settings = [new("epochs", "30"), new("seed", "1")] } };
        HtmlReport.Write(input, TemplateFiles.Of(new(folder.Root)), [new SettingsSection()]).ShouldBe("settings: epochs=30;seed=1;");
    }
}
