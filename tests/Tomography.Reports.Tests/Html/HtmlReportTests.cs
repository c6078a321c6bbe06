using System.Xml.Linq;
using Shouldly;
using Tomography.Analysis;
using Tomography.Testing;
using Xunit;

namespace Tomography.Reports.Tests;

public class HtmlReportTests
{
    private static string Templates => Repository.PathOf("templates");

    private static string Page => HtmlReport.Write(ReportStudy.Analysis, ReportStudy.Context, Templates);

    [Fact]
    public void The_page_of_a_small_study_is_as_approved() => Page.ShouldMatchApproved(Approved.As(".html"));

    [Fact]
    public void Names_that_look_like_markup_are_shown_not_obeyed()
    {
        var page = HtmlReport.Write(ReportStudy.Analysis, ReportStudy.Context with { Experiment = "<script>alert('x')</script>" }, Templates);
        page.ShouldNotContain("<script");
        page.ShouldContain("&lt;script&gt;");
        page.ShouldContain("&lt;b&gt;bold &amp; &quot;quoted&quot;&lt;/b&gt;");
    }

    [Fact]
    public void The_page_needs_no_network_and_no_script()
    {
        Page.ShouldNotContain("<script");
        Page.ShouldNotContain("src=");
        Page.ShouldNotContain("@import");
        Page.ShouldNotContain("href=\"http");
    }

    [Fact]
    public void Every_figure_is_well_formed()
    {
        var figures = Page.Split("<svg").Skip(1).Select(part => "<svg" + part[..(part.IndexOf("</svg>", StringComparison.Ordinal) + 6)]).ToArray();
        figures.Length.ShouldBe(7, "two representations in two forms, their lattices, and the trade-off");
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
        var results = ReportStudy.Results with { Seeds = [123], Scores = [.. ReportStudy.Results.Scores.Where(score => score.Seed == 123)] };
        HtmlReport.Write(StudyAnalyzer.Analyze(results), ReportStudy.Context, Templates).ShouldContain("One seed only: significance says nothing.");
        Page.ShouldNotContain("One seed only");
    }

    [Fact]
    public void A_study_of_real_crystals_is_not_called_synthetic()
    {
        var real = ReportStudy.Analysis with { Dataset = ReportStudy.Analysis.Dataset with { IsSynthetic = false, Name = "crystals" } };
        HtmlReport.Write(real, ReportStudy.Context, Templates).ShouldNotContain("synthetic");
    }

    [Fact]
    public void A_template_that_shows_a_value_that_does_not_exist_is_an_error_that_names_the_template()
    {
        using var folder = new TemporaryFolder();
        folder.Write("report.hbs", "<p>{{experiment}} {{no-such-value}}</p>");
        Should.Throw<InvalidDataException>(() => HtmlReport.Write(ReportStudy.Analysis, ReportStudy.Context, folder.Root)).Message.ShouldContain("report.hbs");
    }

    [Fact]
    public void A_template_of_ones_own_lays_out_the_same_values()
    {
        using var folder = new TemporaryFolder();
        folder.Write("report.hbs", "{{#each settings}}{{name}}={{value}};{{/each}}");
        HtmlReport.Write(ReportStudy.Analysis, ReportStudy.Context with { Settings = [new("epochs", "30"), new("seed", "1")] }, folder.Root).ShouldBe("epochs=30;seed=1;");
    }

    [Fact]
    public void A_folder_without_templates_is_an_error_that_says_what_is_expected()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<FileNotFoundException>(() => HtmlReport.Write(ReportStudy.Analysis, ReportStudy.Context, folder.Root)).Message.ShouldContain("report.hbs");
    }
}
