using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Analysis.Tests;

/// <summary>Edges of starts, by simulation with planted effects.</summary>
public class StartsAreJudgedLikeFeatures(ITestOutputHelper output)
{
    [Fact]
    public void Planted_starts_are_found_and_where_there_is_none_one_claim_in_twenty_is_made_at_most()
    {
        int right = 0, planted = 0, wrong = 0, none = 0;
        for (var draw = 0; draw < 40; draw++)
            foreach (var point in SimulatedStarts.Of(draw, ofNoise: 0, Change).Points)
            {
                var truth = Change(point.Source.ToString(), point.Labels);
                if (truth == 0)
                {
                    none++;
                    if (point.Verdict.IsClaim) wrong++;
                    continue;
                }

                planted++;
                if (point.Verdict.Kind == (truth < 0 ? VerdictKind.Informs : VerdictKind.Harms)) right++;
            }

        output.WriteLine($"{100.0 * right / planted:0.0} % of {planted} planted starts are found; {100.0 * wrong / none:0.0} % of {none} "
            + "without an effect are claimed");
        (planted, none).ShouldBe((120, 240));
        (right / (double)planted).ShouldBeGreaterThan(0.8);
        (wrong / (double)none).ShouldBeLessThan(0.05);
    }

    [Fact]
    public void What_any_start_does_is_laid_to_no_source()
    {
        foreach (var point in SimulatedStarts.Of(1, ofNoise: -0.2, (_, _) => -0.2).Points)
        {
            point.Verdict.IsClaim.ShouldBeFalse();
            point.Verdict.Effect!.Change.ShouldBe(-0.2, 0.08);
            Math.Abs(point.Verdict.AgainstControl!.Change).ShouldBeLessThan(0.08);
        }
    }

    [Fact]
    public void From_few_labels_it_is_enough_that_the_started_model_has_learnt_something()
    {
        // Alone, the model is no better than the best constant.
        var points = SimulatedStarts.Of(2, 0, (source, _) => source == "a" ? -0.6 : 0, constant: 1).Points;
        points.Where(p => p.Source.ToString() == "a").ShouldAllBe(p => p.Verdict.Kind == VerdictKind.Informs);
        points.Where(p => p.Source.ToString() == "b").ShouldAllBe(p => p.Verdict.Reason == VerdictReason.BaselineLearntNothing);
    }

    [Fact]
    public void Points_have_the_errors_of_all_seeds_and_know_how_many_labels_all_are()
    {
        var points = SimulatedStarts.Of(3, 0.05, Change).Points;
        points.Length.ShouldBe(9);
        points.Select(p => p.Trained).Distinct().ShouldBe([50, 200, 600]);
        points.ShouldAllBe(p => p.Alone != null && p.Control!.Value.Mean > p.Alone.Value.Mean * 0.95);
        points.ShouldAllBe(p => p.Verdict.Control == SimulatedStarts.Noise && p.Verdict.Target.Value == "t");
    }

    // a helps where labels are few; b harms at 50; c never does anything.
    private static double Change(string source, int? labels) => (source, labels) switch
    {
        ("a", 50) => -0.4,
        ("a", 200) => -0.25,
        ("b", 50) => 0.35,
        _ => 0,
    };
}
