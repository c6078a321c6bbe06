using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Reports.Tests;

public class PagesShowTheLattice
{
    private static string Page => Write(LatticeStudy.Analysis);

    [Fact]
    public void The_page_of_a_study_with_everything_is_as_approved() =>
        Sections(Page, "lattice", "next", "checklist", "information").ShouldMatchApproved(Approved.As("html"));

    [Fact]
    public void A_regime_that_is_announced_comes_with_its_advice_and_no_other_does()
    {
        var lattice = LatticeStudy.Analysis.Entanglement.Representations[1];
        var score = new RegimeAssessment(new(0, 0, 0.9, 0, 0, 0.1), Regime.Dense, Regime.Pathological, 0.8);
        var announced = With(new(6, 12, score, [new(Regime.Dense, 0.9), new(null, 0.1)]));
        var close = With(new(6, 12, score, [new(Regime.Dense, 0.7), new(Regime.Sparse, 0.3)]));
        var few = With(new(4, 12, null, []));
        var advice = RegimeGuide.For(Regime.Dense);

        foreach (var text in new[] { advice.Driver, advice.Benefit, advice.Risk, advice.Action })
        {
            announced.ShouldContain(text.Replace("'", "&#39;"));
            close.ShouldNotContain(text.Replace("'", "&#39;"));
            few.ShouldNotContain(text.Replace("'", "&#39;"));
        }

        announced.ShouldContain("Regime of composition: dense");
        close.ShouldContain("No clear regime of composition");
        close.ShouldContain("dense in 70 % of the repetitions, sparse in 30 %");
        few.ShouldContain("4 of 12 judged edges inform or harm, fewer than 5: of so few, chance makes any regime");

        string With(RegimeFinding regime) => Sections(
            Write(LatticeStudy.Analysis with
            {
                Entanglement = LatticeStudy.Analysis.Entanglement with { Representations = [lattice with { Regime = regime }] },
                Representations = [LatticeStudy.C],
            }),
            "lattice");
    }

    [Fact]
    public void Edges_that_harm_or_are_not_trusted_are_listed_with_their_reason()
    {
        var section = Sections(Page, "lattice");
        section.ShouldContain("band-gap \u2192 density");
        section.ShouldContain("The error grows, and by more than with shuffled.");
        section.ShouldContain("A feature without information makes the error smaller, too.");
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
        page.ShouldContain("4 of 4 edges were not judged: fewer than three seeds have both models");
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
        section.ShouldContain("were not judged: fewer than three seeds");
        section.ShouldContain("is not drawn: none of its 4 edges informs or harms");
        section.ShouldContain("too few judged edges (0 of 5)");
        section.ShouldNotContain("<svg");
        section.ShouldNotContain("<h3>Regime");
    }

    [Fact]
    public void What_was_not_measured_soundly_is_told_and_is_no_pathology()
    {
        var odd = StudyAnalyzer.Analyze(LatticeStudy.Results, LatticeStudy.Options with { OddProperties = [new("volume")] });
        var section = Sections(Write(odd), "lattice");
        section.ShouldContain("structure: 7 of 16 edges were not measured soundly (7 data).");
        section.ShouldContain("7 not measured soundly: not drawn");
        odd.Entanglement.Representations[0].Measures.Counts.Judged.ShouldBe(9);
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
        HtmlReport.Write(LatticeStudy.Input with { Analysis = analysis }, Shipped.Templates);

    private static string Sections(string page, params string[] anchors) => string.Concat(anchors.Select(anchor =>
    {
        var start = page.IndexOf($"<section id=\"{anchor}\"", StringComparison.Ordinal);
        return page[start..(page.IndexOf("</section>", start, StringComparison.Ordinal) + 10)] + "\n";
    }));
}
