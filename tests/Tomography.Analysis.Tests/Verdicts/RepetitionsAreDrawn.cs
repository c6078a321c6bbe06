using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

public class RepetitionsAreDrawn
{
    private const int Draws = 4000;
    private const double StandardError = 0.03;

    private static readonly VerdictSettings s_rule = new();
    private static readonly PropertyName s_shuffled = new("shuffled");

    [Fact]
    public void An_effect_is_drawn_from_students_t_around_what_was_found()
    {
        var changes = Drawn(Edge("a", "x", -0.2, freedom: 5)).Select(edges => edges[0].Effect!.Change).Order().ToArray();

        changes.Average().ShouldBe(-0.2, 0.003);
        // Student's t with 5 degrees of freedom has 95 % within 2.571, the normal distribution within 1.960.
        Percentile.Of(changes, 0.025).ShouldBe(-0.2 - 2.571 * StandardError, 0.006);
        Percentile.Of(changes, 0.975).ShouldBe(-0.2 + 2.571 * StandardError, 0.006);
    }

    [Fact]
    public void Edges_of_one_target_have_half_of_their_variance_in_common_and_others_none()
    {
        var draws = Drawn(
            Edge("a", "x", -0.2), Edge("b", "x", -0.1), Edge("a", "y", -0.2), Edge("b", "x", -0.1) with { Labels = 50 },
            Edge("a", "x", -0.1) with { Labels = 50 });

        Correlation(draws, 0, 1).ShouldBe(0.5, 0.05);
        Correlation(draws, 0, 2).ShouldBe(0, 0.05);
        Correlation(draws, 0, 3).ShouldBe(0, 0.05, "from fewer labels it is another model");
        Correlation(draws, 3, 4).ShouldBe(0.5, 0.05);
    }

    // Three models of equal scatter: two of them are compared with the same third.
    [Fact]
    public void Half_is_what_models_that_are_trained_alike_have_in_common()
    {
        var random = new Random(1);
        double[][] changes =
        [
            .. Enumerable.Range(0, Draws).Select(_ =>
            {
                var pairs = new List<ErrorPair>[] { [], [] };
                for (var seed = 0; seed < 3; seed++)
                {
                    double[] means = [.. Enumerable.Range(0, 3).Select(_ => 1 + 0.1 * (random.NextDouble() - 0.5))];
                    for (var k = 0; k < 2; k++) pairs[k].Add(new(seed, Errors(means[2]), Errors(means[k])));
                }

                return pairs.Select(some => EffectEstimator.Of(some, new([0, 1, 2, 3]))!.Change).ToArray();
            }),
        ];

        Correlation([.. changes.Select(both => both[0])], [.. changes.Select(both => both[1])]).ShouldBe(0.5, 0.05);
    }

    [Fact]
    public void What_nothing_can_mend_stays_and_all_else_is_decided_again()
    {
        var draws = Drawn(
            Edge("a", "x", -0.3), Edge("b", "x", -0.07), Edge("c", "x", -0.3) with { Obstacle = VerdictReason.NotConverged });

        draws.ShouldAllBe(edges => edges[2].Reason == VerdictReason.NotConverged && edges[2].Effect!.Change == -0.3);
        draws.Count(edges => edges[0].Kind == VerdictKind.Informs).ShouldBeGreaterThan(Draws * 99 / 100);
        // 0.07 is 2.3 standard errors: about half of the repetitions claim it.
        draws.Count(edges => edges[1].Kind == VerdictKind.Informs).ShouldBeInRange(Draws * 3 / 10, Draws * 7 / 10);
    }

    [Fact]
    public void A_control_that_informs_by_a_hair_does_so_in_part_of_the_repetitions()
    {
        var edge = Edge("a", "x", -0.3) with { Control = s_shuffled, ControlEffect = Effect(-0.078), AgainstControl = Effect(-0.25) };

        VerdictRule.Decide([edge], s_rule)[0].Reason.ShouldBe(VerdictReason.ControlInforms);
        Drawn(edge).Count(edges => edges[0].Reason == VerdictReason.ControlInforms).ShouldBeInRange(Draws * 4 / 10, Draws * 6 / 10);
    }

    [Fact]
    public void The_same_study_gives_the_same_draws_and_one_without_effects_none()
    {
        EdgeFindings[] edges = [Edge("a", "x", -0.2), Edge("b", "x", -0.1)];
        VerdictDraws.Of(edges, s_rule, 5).SelectMany(draw => draw).ShouldBe(VerdictDraws.Of(edges, s_rule, 5).SelectMany(draw => draw));
        VerdictDraws.Of([edges[0] with { Obstacle = VerdictReason.FewSeeds, Effect = null }], s_rule, 5).ShouldBeEmpty();
    }

    private static ImmutableArray<ImmutableArray<EdgeVerdict>> Drawn(params EdgeFindings[] edges) =>
        VerdictDraws.Of(edges, s_rule, Draws);

    private static EdgeFindings Edge(string feature, string target, double change, double freedom = 1e5) => new(
        Representation.Structure, new PropertyName(feature), new(target), VerdictReason.None, Effect(change, freedom));

    private static Effect Effect(double change, double freedom = 1e5) => new(change, StandardError, freedom, 5, 200, 0.5);

    private static TestErrors Errors(double mean) => new([0, 1, 2, 3], [mean, mean, mean, mean], 12);

    private static double Correlation(ImmutableArray<ImmutableArray<EdgeVerdict>> draws, int one, int other) => Correlation(
        [.. draws.Select(edges => edges[one].Effect!.Change)], [.. draws.Select(edges => edges[other].Effect!.Change)]);

    private static double Correlation(double[] first, double[] second) =>
        MathNet.Numerics.Statistics.Correlation.Pearson(first, second);
}
