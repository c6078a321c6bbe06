using System.Globalization;
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
        var titles = Drawing.Titles(Draw(ImportanceForm.Pooled)).ToArray();

        titles.Length.ShouldBe(6);
        // 10 and 10.4 without, 0.5 and 0.25 with: means 10.2 and 0.375.
        titles.ShouldContain(
            "Structure: volume as a feature changes the test error of volume by \u221296.3 % (\u221297.6 % to \u221295.0 %, over all "
                + "seeds, 2 seeds). Positive control: the feature is the target. Seeds: 123 \u221295.0 %, 456 \u221297.6 %.");
        Drawing.Titles(Draw(ImportanceForm.Pooled, table: 1)).ShouldContain("Composition: the importance of number-of-sites for "
            + "band-gap is not available, because no baseline is trained.");
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
            figure.ShouldContain($"class=\"cell {kind.Word()}\"");
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

    private static string Draw(ImportanceForm form, int table = 0) =>
        HeatmapFigure.Draw(ReportStudy.Analysis, ReportStudy.Analysis.Importance[table], form);

    private static IEnumerable<string> Kinds(ImportanceForm form) => Drawing.Cells(Draw(form)).Select(Drawing.KindOf);

    [Fact]
    public void A_cell_carries_both_forms_and_its_seeds_for_a_script()
    {
        foreach (var form in Enum.GetValues<ImportanceForm>())
        {
            var table = LatticeStudy.Analysis.Importance[0];
            var cells = Drawing.Cells(HeatmapFigure.Draw(LatticeStudy.Analysis, table, form)).ToArray();
            cells.Length.ShouldBe(table.Cells.Count());
            foreach (var (cell, importance) in cells.Zip(table.Cells))
            {
                Numbers(cell, "data-pooled").ShouldBe(Rounded(importance.Pooled));
                Numbers(cell, "data-paired").ShouldBe(Rounded(importance.Paired));
                cell.Attribute("data-seeds")!.Value.Split(' ').Select(seed => seed.Split(':')[0])
                    .ShouldBe(importance.SeedChanges.Select(seed => $"{seed.Seed}"));
                cell.Attribute("data-verdict")!.Value
                    .ShouldBe(LatticeStudy.Analysis.Verdict(LatticeStudy.S, importance.Features, importance.Target)?.Kind.Word() ?? "");
            }
        }
    }

    [Fact]
    public void Controls_stand_apart_from_features_that_could_tell_something()
    {
        var table = LatticeStudy.Analysis.Importance[0];
        var layout = HeatmapLayout.Of(
            [.. table.Features.Select(features => HeatmapRow.Of(features, LatticeStudy.Analysis))], table.Targets, controls: 2);
        (layout.TopOf(5) - layout.TopOf(4)).ShouldBeGreaterThan(HeatmapLayout.CellHeight);
        (layout.TopOf(4) - layout.TopOf(3)).ShouldBe(HeatmapLayout.CellHeight);
        HeatmapFigure.Draw(LatticeStudy.Analysis, table, ImportanceForm.Pooled).ShouldContain(">controls: ");
        Draw(ImportanceForm.Pooled).ShouldNotContain(">controls: ");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-10, 0)]
    [InlineData(10.4, 3)]
    [InlineData(-100, BeyondScale.Decade)]
    [InlineData(100, BeyondScale.Decade)]
    [InlineData(1e12, 66)]
    public void Beyond_the_colours_a_bar_tells_how_large_a_change_is(double change, double length) =>
        BeyondScale.Length(change).ShouldBe(length, 1e-9);

    [Fact]
    public void The_table_of_a_heatmap_has_the_numbers_of_its_cells()
    {
        var table = LatticeStudy.Analysis.Importance[1];
        var data = HeatmapFigure.Of(LatticeStudy.Analysis, table, ImportanceForm.Paired).Data;
        data.Columns.TakeLast(3).ShouldBe(["seed_1_percent", "seed_2_percent", "seed_3_percent"]);
        foreach (var (row, cell) in data.Rows.Zip(table.Cells))
        {
            row[0].ShouldBe(cell.Features.Label());
            row[2].ShouldBe(cell.Paired.Percent?.Change.ToString("R", CultureInfo.InvariantCulture) ?? "");
        }
    }

    private static double[] Numbers(XElement cell, string name) =>
        [.. cell.Attribute(name)!.Value.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    private static double[] Rounded(ImportanceValue value) =>
        [.. new[] { value.Percent!.Value.Change, value.Percent.Value.Upper, value.Percent.Value.Lower }.Select(x => Math.Round(x, 2))];
}
