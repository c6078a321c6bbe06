using System.Xml.Linq;
using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests;

public class HeatmapsShowEveryCell
{
    [Fact]
    public void The_structure_heatmap_is_the_approved_one() =>
        HeatmapFigure.Draw(ReportStudy.Analysis, ReportStudy.Analysis.Importance[0], ImportanceForm.Pooled)
            .ShouldMatchApproved(Approved.As("svg"));

    [Fact]
    public void The_paired_composition_heatmap_is_the_approved_one() =>
        HeatmapFigure.Draw(ReportStudy.Analysis, ReportStudy.Analysis.Importance[1], ImportanceForm.Paired)
            .ShouldMatchApproved(Approved.As("svg"));

    [Fact]
    public void Every_cell_has_a_sentence_as_its_title()
    {
        var titles = Elements(ImportanceForm.Pooled, "title").Select(title => title.Value).ToArray();

        titles.Length.ShouldBe(6);
        // 10 and 10.4 without, 0.5 and 0.25 with: means 10.2 and 0.375.
        titles.ShouldContain(
            "Structure: volume as a feature changes the test error of volume by \u221296.3 % (\u221297.6 % to \u221295.0 %, over all "
                + "seeds, 2 seeds). Positive control: the feature is the target.");
        Elements(ImportanceForm.Pooled, "title", table: 1)
            .Select(title => title.Value)
            .ShouldContain("Composition: the importance of number-of-sites for band-gap is not available, because no baseline is trained.");
    }

    [Fact]
    public void A_cell_is_marked_by_its_verdict_and_the_positive_control_has_none()
    {
        Kinds(ImportanceForm.Pooled).ShouldBe(
            ["undecided", "control", "undecided", "undecided", "control", "undecided"], "two seeds are too few");
        Kinds(ImportanceForm.Pooled).ShouldBe(Kinds(ImportanceForm.Paired));
    }

    [Fact]
    public void Marks_can_be_told_without_colour_and_the_legend_names_them()
    {
        var marks = Enum.GetValues<VerdictKind>().Select(verdict => HeatmapMark.Draw(verdict, 10, 10, "#000000").ToString()).ToArray();
        marks.ShouldBeUnique();
        var study = LatticeStudy.Analysis;
        var figure = HeatmapFigure.Draw(study, study.Importance[0], ImportanceForm.Pooled);
        foreach (var verdict in Enum.GetValues<VerdictKind>()) figure.ShouldContain($">{verdict.Word()}</text>");
        foreach (var kind in study.Verdicts.Where(verdict => verdict.Representation == LatticeStudy.S).Select(verdict => verdict.Kind))
            figure.ShouldContain($"class=\"{kind.Word()}\"");
        figure.ShouldContain("Verdict: untrusted (control-informs).");
    }

    [Fact]
    public void Names_are_escaped_so_that_the_figure_stays_well_formed()
    {
        var hostile = ReportStudy.Analysis with
        {
            Properties = [.. ReportStudy.Analysis.Properties.Select(property => property with { Unit = "<script>&\"" })],
        };

        var figure = HeatmapFigure.Draw(hostile, hostile.Importance[0], ImportanceForm.Pooled);

        XDocument.Parse(figure).Descendants().ShouldNotContain(element => element.Name.LocalName == "script");
        figure.ShouldContain("&lt;script&gt;&amp;");
    }

    private static IEnumerable<XElement> Elements(ImportanceForm form, string name, int table = 0) =>
        XDocument.Parse(HeatmapFigure.Draw(ReportStudy.Analysis, ReportStudy.Analysis.Importance[table], form))
            .Descendants().Where(element => element.Name.LocalName == name);

    private static IEnumerable<string> Kinds(ImportanceForm form) =>
        Elements(form, "title").Select(title => title.Parent!.Attribute("class")!.Value);
}
