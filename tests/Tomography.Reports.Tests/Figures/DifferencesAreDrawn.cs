using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests.Figures;

public class DifferencesAreDrawn
{
    private static readonly StudyAnalysis s_study = LatticeStudy.Analysis;

    [Fact]
    public void Each_edge_is_a_cell_with_what_both_representations_say()
    {
        var edges = DifferenceEdge.Of(s_study);
        edges.Length.ShouldBe(s_study.Features.Length * s_study.Targets.Length);
        var cells = Drawing.Cells(DifferenceFigure.Of(s_study).Svg).ToArray();
        cells.Length.ShouldBe(edges.Length);
        foreach (var (cell, edge) in cells.Zip(edges))
        {
            Drawing.TitleOf(cell).ShouldStartWith($"{edge.Features.Label()} for {edge.Target}: ");
            foreach (var side in new[] { edge.Composition, edge.Structure }.Where(side => side.Percent is not null))
                Drawing.All(cell, "text").Select(text => text.Value).ShouldContain(NumberText.Signed(side.Percent!.Value));
        }
    }

    [Fact]
    public void Exactly_what_stands_in_the_last_column_of_table_1_is_framed()
    {
        var encoded = s_study.VerdictSets.Targets.SelectMany(row => row.CompositionOnly!.Value.Select(f => $"{f.Label()} {row.Target}"));
        encoded.ShouldNotBeEmpty();
        var figure = DifferenceFigure.Of(s_study);
        figure.Data.Rows.Where(row => row[7] == "yes").Select(row => $"{row[0]} {row[1]}").ShouldBe(encoded, ignoreOrder: true);
        Drawing.Cells(figure.Svg).Count(cell => Drawing.KindOf(cell) == "encoded-by-structure").ShouldBe(encoded.Count());
        figure.Svg.Split("class=\"encoded\"").Length.ShouldBe(encoded.Count() + 2, "one more in the legend");
    }

    [Fact]
    public void The_difference_is_that_of_the_two_numbers()
    {
        foreach (var row in DifferenceFigure.Of(s_study).Data.Rows.Where(row => row[6].Length > 0))
            Number(row[6]).ShouldBe(Number(row[3]) - Number(row[2]), 1e-9);
    }

    [Fact]
    public void A_study_of_one_representation_has_no_difference()
    {
        var one = StudyAnalyzer.Analyze(ReportStudy.OnlyStructure);
        new DifferenceSection().IsShown(ReportStudy.Input with { Analysis = one }).ShouldBeFalse();
        SignificanceFigure.Of("a", "b", "c.", one.VerdictSets.Targets, one.VerdictSets.FeatureCounts).ShouldBeNull();
    }

    [Fact]
    public void The_bars_of_table_1_count_its_last_column()
    {
        var sets = s_study.VerdictSets;
        var figure = SignificanceFigure.Of("table-1", "by verdicts", "So.", sets.Targets, sets.FeatureCounts)!;
        foreach (var (features, count) in sets.FeatureCounts!.Value)
        {
            figure.Data.Rows.Count(row => row[1] == features.Label() && row[4] == "yes").ShouldBe(count);
            Drawing.Titles(figure.Svg).ShouldContain($"{features.Label()}: {count} of {sets.Targets.Length} targets");
        }

        Drawing.Titles(figure.Svg).Count(title => title.EndsWith("counts in composition and not in structure"))
            .ShouldBe(sets.FeatureCounts.Value.Sum(feature => feature.Count));
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
