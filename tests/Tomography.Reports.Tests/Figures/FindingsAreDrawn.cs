using System.Globalization;
using System.Xml.Linq;
using Shouldly;
using Tomography.Analysis;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Reports.Tests.Figures;

/// <summary>Truth, asymmetry, information and regimes.</summary>
public class FindingsAreDrawn
{
    [Fact]
    public void Every_edge_whose_truth_is_known_says_whether_it_was_found()
    {
        var comparisons = TruthComparison.Of(SmallStudy.Input);
        var figure = TruthFigure.Of(comparisons);
        var edges = comparisons.SelectMany(c => c.Edges).ToArray();
        Drawing.Cells(figure.Svg).Count().ShouldBe(edges.Length);
        foreach (var (truth, verdict) in edges)
            Drawing.Titles(figure.Svg).ShouldContain(title =>
                title.StartsWith($"{truth.Representation.Name}: {truth.Feature} for {truth.Target}: {truth.Kind.Word()} ")
                && title.EndsWith($"verdict {verdict.Words()}; {TruthText.Agreement(truth, verdict)}"));
        figure.Data.Rows.Select(row => row[7]).ShouldBe(edges.Select(e => TruthText.Agreement(e.Truth, e.Verdict)));
    }

    [Fact]
    public void A_pair_of_properties_is_a_point_with_either_way_and_a_pair_of_one_way_is_none()
    {
        var figure = AsymmetryFigure.Of(LatticeStudy.Analysis)!;
        // Of five properties four are targets: six pairs in each of two representations, less what is not judged.
        figure.Data.Rows.Length.ShouldBe(
            LatticeStudy.Analysis.Entanglement.Representations.Sum(lattice => lattice.Lattice.Edges.Count(edge =>
                edge.IsJudged && lattice.Lattice.Find(edge.Target, edge.Feature) is { IsJudged: true })) / 2);
        Drawing.Cells(figure.Svg).Count().ShouldBe(figure.Data.Rows.Length);
        foreach (var row in figure.Data.Rows)
        {
            var lattice = LatticeStudy.Analysis.Entanglement.Representations.Single(l => l.Lattice.Scope() == row[0]).Lattice;
            Number(row[3]).ShouldBe(lattice.Find(new(row[1]), new(row[2]))!.Change);
            Number(row[4]).ShouldBe(lattice.Find(new(row[2]), new(row[1]))!.Change);
        }

        AsymmetryFigure.Of(ReportStudy.Analysis).ShouldBeNull("two seeds are too few for any edge to be judged");
    }

    [Fact]
    public void Points_lie_where_their_numbers_are()
    {
        var figure = AsymmetryFigure.Of(LatticeStudy.Analysis)!;
        var points = Drawing.Cells(figure.Svg).Select(cell => (Title: Drawing.TitleOf(cell), Circle: Drawing.All(cell, "circle").Single()))
            .Take(figure.Data.Rows.Count(row => row[0] == "structure")).ToArray();
        var placed = figure.Data.Rows.Where(row => row[0] == "structure").Select(row => (
            X: -100 * Number(row[3]), Y: -100 * Number(row[4]),
            points.Single(point => point.Title.StartsWith($"{row[1]} \u2192 {row[2]}: ")).Circle)).ToArray();
        foreach (var (x, y, circle) in placed)
        {
            // Both axes have the same numbers, so that a point is as far from the left as another with these numbers is from below.
            var (left, right) = (placed.MinBy(p => p.X), placed.MaxBy(p => p.X));
            var share = (x - left.X) / (right.X - left.X);
            At(circle, "cx").ShouldBe(At(left.Circle, "cx") + share * (At(right.Circle, "cx") - At(left.Circle, "cx")), 0.03);
            var pixels = (At(right.Circle, "cx") - At(left.Circle, "cx")) / (right.X - left.X);
            At(circle, "cy").ShouldBe(At(left.Circle, "cy") - pixels * (y - left.Y), 0.05);
        }

        static double At(XElement circle, string name) => Number(circle.Attribute(name)!.Value);
    }

    [Fact]
    public void An_edge_with_information_and_an_effect_is_a_mark()
    {
        var analysis = LatticeStudy.Analysis;
        var figure = ImportanceInformationFigure.Of(analysis)!;
        figure.Data.Rows.Length.ShouldBe(analysis.Verdicts.Count(v => v.Effect is not null && v.Feature.Single is { } feature
            && analysis.Information!.Find(feature, v.Target) is { Bits: not null }));
        Drawing.Cells(figure.Svg).Count().ShouldBe(figure.Data.Rows.Length);
        ImportanceInformationFigure.Of(analysis with { Information = null }).ShouldBeNull();
    }

    [Fact]
    public void Areas_of_a_decomposition_are_as_its_bits()
    {
        var figure = DecompositionFigure.Of(LatticeStudy.Analysis)!;
        var panels = Drawing.Cells(figure.Svg).ToArray();
        panels.Length.ShouldBe(figure.Data.Rows.Length);
        var most = figure.Data.Rows.SelectMany(row => row.Skip(3).Take(4).Select(Number)).Max();
        foreach (var (panel, row) in panels.Zip(figure.Data.Rows))
        {
            var radii = Drawing.All(panel, "circle").Select(circle => Number(circle.Attribute("r")!.Value)).ToArray();
            radii.Length.ShouldBe(4);
            foreach (var (radius, text) in radii.Zip(row.Skip(3)))
                radius.ShouldBe(DecompositionFigure.Radius(Number(text), most), 0.006);
        }

        (DecompositionFigure.Radius(1, 4) / DecompositionFigure.Radius(4, 4)).ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void Shares_of_repetitions_add_up_to_one_in_each_lattice()
    {
        var figure = RegimeFigure.Of(LatticeStudy.Analysis)!;
        foreach (var lattice in figure.Data.Rows.GroupBy(row => row[0])) lattice.Sum(row => Number(row[2])).ShouldBe(1, 1e-9);
        Drawing.Cells(figure.Svg).Count().ShouldBe(figure.Data.Rows.Length);
        RegimeFigure.Of(ReportStudy.Analysis).ShouldBeNull();
    }

    [Fact]
    public void The_scheme_states_the_numbers_of_the_study()
    {
        var analysis = SmallStudy.Input.Analysis;
        var texts = Drawing.Texts(MethodFigure.Of(analysis).Svg).ToArray();
        texts.ShouldContain($"{analysis.Dataset.Materials:N0} materials");
        texts.ShouldContain("2 targets \u00d7 3 seeds");
        foreach (var kind in Enum.GetValues<VerdictKind>())
            texts.ShouldContain($"{analysis.Verdicts.Count(v => v.Kind == kind)} {kind.Word()}");
    }

    [Fact]
    public void Times_are_those_of_all_models_by_device()
    {
        var runs = Listing.Input.Results.Runs;
        var figure = TimesFigure.Of(runs)!;
        figure.Data.Rows.Sum(row => int.Parse(row[2], CultureInfo.InvariantCulture)).ShouldBe(runs.Length);
        figure.Data.Rows.Sum(row => Number(row[8])).ShouldBe(runs.Sum(run => run.Seconds), 1e-9);
        foreach (var row in figure.Data.Rows) row.Skip(3).Take(5).Select(Number).ShouldBeInOrder();
        TimesFigure.Of([]).ShouldBeNull();
    }

    [Theory]
    [InlineData(0.25, "0.3 s")]
    [InlineData(99, "99 s")]
    [InlineData(600, "10 min")]
    [InlineData(7200, "2 h")]
    public void A_time_is_told_in_the_unit_that_fits(double seconds, string text) => TimesFigure.Seconds(seconds).ShouldBe(text);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
