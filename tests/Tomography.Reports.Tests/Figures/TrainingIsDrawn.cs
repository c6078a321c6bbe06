using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Analysis;
using Xunit;

namespace Tomography.Reports.Tests.Figures;

/// <summary>Baselines, predictions and learning curves.</summary>
public class TrainingIsDrawn
{
    private static readonly ReportInput s_input = Trained();

    /// <summary>The study of the lattice with predictions and errors by epoch.</summary>
    internal static ReportInput Trained()
    {
        var results = LatticeStudy.Results;
        var scores = results.Scores.Select(score => score with
        {
            BestEpoch = 3, Epochs = 4, ValidationErrors = [4 * score.TestMae, 2 * score.TestMae, score.TestMae, 1.5 * score.TestMae],
        });
        return LatticeStudy.Input with
        {
            Results = results with { Scores = [.. scores] },
            Parity =
            [
                .. from target in results.Targets
                   from representation in results.Representations
                   select ParityDensity.Of(representation, target.Name, [[(0.0, 0.5), (1, 1), (2, 1.5)], [(0.1, 0.1)]])!,
            ],
        };
    }

    [Fact]
    public void A_baseline_is_a_share_of_the_best_constant_with_each_of_its_seeds()
    {
        var figure = BaselineFigure.Of(s_input)!;
        figure.Data.Rows.Length.ShouldBe(s_input.Analysis.Baselines.Length);
        foreach (var row in figure.Data.Rows)
        {
            var baseline = s_input.Analysis.Baselines.Single(b => b.Target.Name.Value == row[0] && b.Representation.Name == row[2]);
            Number(row[5]).ShouldBe(baseline.TestMae!.Value.Mean / baseline.ConstantMae!.Value, 1e-12);
            Number(row[6]).ShouldBe(baseline.TestMae.Value.Min / baseline.ConstantMae.Value, 1e-12);
            Number(row[7]).ShouldBe(baseline.TestMae.Value.Max / baseline.ConstantMae.Value, 1e-12);
            row[8].ShouldBe("3");
        }

        Drawing.Titles(figure.Svg).Count(title => title.Contains("of the error of the best constant")).ShouldBe(figure.Data.Rows.Length);
    }

    [Fact]
    public void Without_any_baseline_there_is_no_such_figure()
    {
        var none = s_input.Analysis with { Baselines = [.. s_input.Analysis.Baselines.Select(b => b with { TestMae = null, Seeds = 0 })] };
        BaselineFigure.Of(s_input with { Analysis = none }).ShouldBeNull();
        BaselineFigure.Of(ReportStudy.Input)!.Svg.ShouldContain(">no result</text>");
    }

    [Fact]
    public void Every_square_with_predictions_is_drawn_in_the_shade_of_its_count()
    {
        var figure = ParityFigure.Of(s_input)!;
        var panels = Drawing.Cells(figure.Svg).ToArray();
        panels.Length.ShouldBe(s_input.Parity.Length);
        foreach (var (panel, density) in panels.Zip(s_input.Parity))
            Drawing.All(panel, "path").Where(path => Drawing.Classes(path).Any(name => name.StartsWith("shade")))
                .Sum(path => path.Attribute("d")!.Value.Count(c => c == 'z')).ShouldBe(density.Bins.Length);
        figure.Data.Rows.Sum(row => int.Parse(row[6], CultureInfo.InvariantCulture)).ShouldBe(s_input.Parity.Sum(d => d.Crystals));
        new[] { 1, 9, 10, 99, 100 }.Select(count => ParityFigure.Shade(count, 100)).ShouldBe([0, 2, 2, 4, 4]);
        ParityFigure.Shade(1, 1).ShouldBe(4);
    }

    [Fact]
    public void A_learning_curve_is_the_mean_of_its_seeds_by_epoch()
    {
        var curves = LearningCurve.Of(s_input);
        curves.Count(curve => curve.Features.IsEmpty).ShouldBe(8, "four targets in two representations");
        foreach (var curve in curves)
        {
            var models = s_input.Results.Scores.Where(score => score.Model.Representation == curve.Representation
                && score.Target == curve.Target && score.Model.Features == curve.Features).ToArray();
            curve.Epochs.Length.ShouldBe(4);
            curve.Epochs[1].Mean.ShouldBe(models.Average(score => 2 * score.TestMae), 1e-12);
            curve.BestEpochs.ShouldBe([3, 3, 3]);
        }

        foreach (var curve in curves.Where(curve => !curve.Features.IsEmpty))
            s_input.Analysis.Verdict(curve.Representation, curve.Features, curve.Target)!.Kind.ShouldBe(VerdictKind.Informs);
        Drawing.Cells(LearningFigure.Of(s_input)!.Svg).Count().ShouldBe(8);
    }

    [Fact]
    public void A_curve_ends_where_a_model_diverged()
    {
        var scores = s_input.Results.Scores.Select(score => score with { ValidationErrors = [2, 1, double.PositiveInfinity, 1] });
        LearningCurve.Of(s_input with { Results = s_input.Results with { Scores = [.. scores] } })
            .ShouldAllBe(curve => curve.Epochs.Length == 2);
    }

    [Fact]
    public void Of_many_epochs_evenly_many_are_drawn_and_the_first_and_the_last_among_them() => Prop.ForAll<PositiveInt>(epochs =>
    {
        var drawn = LearningFigure.Drawn(epochs.Get);
        return drawn[0] == 0 && drawn[^1] == epochs.Get - 1 && drawn.Length <= 120 && drawn.Zip(drawn.Skip(1)).All(p => p.First < p.Second);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_not_kept_is_told()
    {
        Html(s_input with { Parity = [] }).ShouldContain("predictions of the baselines are not kept");
        Html(s_input with { Results = LatticeStudy.Results }).ShouldContain("errors by epoch are not kept");
        Html(LatticeStudy.Input).ShouldContain("Neither the predictions");
        Html(s_input).ShouldNotContain("not kept");
    }

    [Fact]
    public void Ticks_of_a_logarithmic_axis_lie_on_it_and_are_two_at_least() => Prop.ForAll<NormalFloat, NormalFloat>((a, b) =>
    {
        var (least, width) = (Math.Clamp(a.Get, -6, 6), Math.Clamp(Math.Abs(b.Get), 0.05, 9));
        var ticks = LogTicks.Of(least, least + width);
        return ticks.Length is >= 2 and <= 20 && ticks.All(t => Math.Log10(t) >= least - 1e-6 && Math.Log10(t) <= least + width + 1e-6)
            && ticks.Select(LogTicks.Text).Distinct().Count() == ticks.Length;
    }).QuickCheckThrowOnFailure();

    private static string Html(ReportInput input) =>
        RenderedSection.Of([new PredictionSection()], input, Templates.Open(Shipped.Templates, "report")).Single().Html;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
