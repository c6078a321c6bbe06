using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Testing;
using Xunit;

namespace Tomography.Reports.Tests;

public class PagesShowTheLattice
{
    private static string Page => Write(LatticeStudy.Analysis);

    [Fact]
    public void The_page_of_a_study_with_everything_is_as_approved() =>
        Sections(Page, "lattice", "next", "checklist", "information").ShouldMatchApproved(Approved.As("html"));

    [Fact]
    public void The_primary_regime_comes_with_its_advice()
    {
        var advice = RegimeGuide.For(LatticeStudy.Analysis.Entanglement.Whole.Regime!.Primary);
        var section = Sections(Page, "lattice");
        foreach (var text in new[] { advice.Driver, advice.Benefit, advice.Risk, advice.Action })
            section.ShouldContain(text.Replace("'", "&#39;"));
    }

    [Fact]
    public void Harmful_and_spurious_edges_are_listed_with_their_reason()
    {
        var section = Sections(Page, "lattice");
        section.ShouldContain("band-gap \u2192 density");
        section.ShouldContain("every seed is worse");
        section.ShouldContain("noise reaches \u22123.0 %");
    }

    [Fact]
    public void Without_controls_the_page_says_how_to_add_them()
    {
        Write(ReportStudy.Analysis).ShouldContain("controls: [noise, shuffled, self]");
        Page.ShouldNotContain("controls: [noise, shuffled, self]");
    }

    [Fact]
    public void A_model_that_hardly_uses_the_answer_is_told()
    {
        var weak = new PositiveControl(LatticeStudy.C, new("volume"), 0.12, 3);
        var strong = weak with { Representation = LatticeStudy.S, Reduction = 0.9 };
        var page = Write(LatticeStudy.Analysis with { PositiveControls = [weak, strong] });
        page.ShouldContain("makes an error smaller by 12 % to 90 %. It hardly uses the "
            + "answer (less than half of the error goes) for volume in composition (12 %).");
        Page.ShouldNotContain("hardly uses the answer");
    }

    [Fact]
    public void What_is_missing_is_said_in_words()
    {
        var page = Write(ReportStudy.Analysis);
        page.ShouldContain("there are no latent vectors");
        page.ShouldContain("there is no earlier run");
        page.ShouldContain("No information was estimated");
        page.ShouldContain("too few seeds to be judged");
        page.ShouldNotContain("NaN", Case.Sensitive);
    }

    [Fact]
    public void A_study_without_results_has_no_lattice_and_waits_for_models()
    {
        var page = Write(StudyAnalyzer.Analyze(ReportStudy.Results with { Scores = [] }));
        page.ShouldContain("No edge was measured");
        page.ShouldContain("8 edges wait for models that have no result");
        page.ShouldNotContain("<svg viewBox=\"0 0 0");
    }

    [Fact]
    public void With_one_seed_there_is_no_regime_and_no_drawing()
    {
        var section = Sections(Write(StudyAnalyzer.Analyze(ReportStudy.OnlyOneSeed)), "lattice");
        section.ShouldContain("Every edge has too few seeds to be judged");
        section.ShouldContain("is not drawn: all of its 4 edges are inconclusive");
        section.ShouldNotContain("<svg");
        section.ShouldNotContain("<h3>Regime");
    }

    [Fact]
    public void Targets_that_are_no_features_are_said_to_give_no_way_back()
    {
        PropertySet sites = new PropertyName("number-of-sites");
        var results = ReportStudy.Keeping(model => model.IsBaseline || model.Features == sites) with { Features = [sites] };
        Write(StudyAnalyzer.Analyze(results)).ShouldContain("No target is also a feature of another target");
    }

    [Fact]
    public void Units_and_names_that_look_like_markup_are_shown_not_obeyed()
    {
        Page.ShouldNotContain("<\u00c5");
        Page.ShouldContain("&lt;\u00c5\u00b3 &amp; ");
        Page.ShouldContain("lattice &lt;&quot;study&quot;&gt; &amp; more");
    }

    [Fact]
    public void Tables_and_figures_are_numbered_in_the_order_of_the_page()
    {
        foreach (
            var page in new[] { Page, Write(ReportStudy.Analysis), Write(StudyAnalyzer.Analyze(ReportStudy.Results with { Scores = [] })) }
        )
        foreach (var kind in new[] { "Table", "Figure" })
        {
            var numbers = page.Split($"<figcaption><b>{kind} ").Skip(1).Select(part => int.Parse(part[..part.IndexOf('.')])).ToArray();
            numbers.ShouldBe(Enumerable.Range(1, numbers.Length));
        }
    }

    private static string Write(StudyAnalysis analysis) =>
        HtmlReport.Write(LatticeStudy.Input with { Analysis = analysis }, Repository.PathOf("templates"));

    private static string Sections(string page, params string[] anchors) => string.Concat(anchors.Select(anchor =>
    {
        var start = page.IndexOf($"<section id=\"{anchor}\"", StringComparison.Ordinal);
        return page[start..(page.IndexOf("</section>", start, StringComparison.Ordinal) + 10)] + "\n";
    }));
}
