using Shouldly;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

public class GaussiansHaveAClosedForm
{
    // t = a s1 + b s2 + noise of variance c², s1 and s2 of correlation r.
    private static readonly PropertyName Target = new("t");
    private static readonly PropertyName One = new("one");
    private static readonly PropertyName Other = new("other");

    // Independent sources, t their sum and noise, all of variance 1: r² = 1/3, R² = 2/3. I_i = log2(3/2) / 2 = 0.292, joint log2(3) / 2.
    [Fact]
    public void Independent_terms_of_a_sum_are_redundant_and_synergetic()
    {
        var parts = GaussianDecomposition.Of(Math.Sqrt(1 / 3.0), Math.Sqrt(1 / 3.0), 0)!;
        parts.Redundant.ShouldBe(0.5 * Math.Log2(1.5), 1e-12);
        parts.UniqueFirst.ShouldBe(0, 1e-12);
        parts.UniqueSecond.ShouldBe(0, 1e-12);
        parts.Joint.ShouldBe(0.5 * Math.Log2(3), 1e-12);
    }

    // t follows from the second source alone; the first tells only what it shares with the second (r = 0.6 x 0.8).
    [Fact]
    public void What_passes_through_the_second_source_adds_nothing()
    {
        var parts = GaussianDecomposition.Of(0.48, 0.8, 0.6)!;
        parts.Added.ShouldBe(0, 1e-12);
        parts.Redundant.ShouldBe(-0.5 * Math.Log2(1 - 0.48 * 0.48), 1e-12);
        parts.Joint.ShouldBe(-0.5 * Math.Log2(1 - 0.64), 1e-12);
    }

    // The parts from the determinants of the covariance: I(T; S1, S2) = 1/2 log2 [det(S) / det(T, S)] for unit variances.
    [Theory]
    [InlineData(0.3, 0.5, 0.2)]
    [InlineData(-0.7, 0.1, 0.4)]
    [InlineData(0.6, -0.6, -0.5)]
    public void The_joint_information_is_that_of_the_determinants(double first, double second, double sources)
    {
        var all = 1 + 2 * first * second * sources - first * first - second * second - sources * sources;
        var joint = 0.5 * Math.Log2((1 - sources * sources) / all);
        GaussianDecomposition.Of(first, second, sources)!.Joint.ShouldBe(joint, 1e-12);
    }

    [Fact]
    public void Equal_sources_are_redundant() =>
        GaussianDecomposition.Of(0.6, 0.6, 1).ShouldBe(new(-0.5 * Math.Log2(1 - 0.36), 0, 0, 0));

    [Fact]
    public void A_target_that_follows_from_the_sources_has_no_finite_parts() => GaussianDecomposition.Of(1, 0.2, 0.2).ShouldBeNull();

    // 4,000 samples: the deviation of a correlation is about 0.015, that of the parts about 0.01 bits.
    [Fact]
    public void Samples_give_the_parts_of_their_covariance_whatever_their_units_and_tails()
    {
        var random = new Random(2);
        var (one, other, target) = (new double[4000], new double[4000], new double[4000]);
        for (var place = 0; place < one.Length; place++)
        {
            one[place] = Normal(random);
            other[place] = 0.6 * one[place] + 0.8 * Normal(random);
            target[place] = 0.5 * one[place] + 0.5 * other[place] + Normal(random);
        }

        PropertyColumn[] columns =
        [
            new(SmallStudy.Number(Target), [.. target.Select(value => Math.Pow(value, 3))]),
            new(SmallStudy.Number(One), [.. one.Select(Math.Exp)]),
            new(SmallStudy.Number(Other), [.. other.Select(value => 5 - 1e6 * value)]),
        ];

        var parts = InformationAnalysis.Of(columns, [One, Other], [Target]).Find(One, Target)!.Second!.By(DecompositionMethod.Gaussian)!;

        // Covariances 0.8 of target and either source, the target's variance 0.25 + 0.25 + 0.3 + 1 = 1.8.
        var truth = GaussianDecomposition.Of(0.8 / Math.Sqrt(1.8), -0.8 / Math.Sqrt(1.8), -0.6)!;
        parts.Parts.Redundant.ShouldBe(truth.Redundant, 0.03);
        parts.Parts.Joint.ShouldBe(truth.Joint, 0.03);
        parts.Added.LessChance.ShouldBe(truth.Added, 0.03);
        parts.Added.IsNoMoreThanChance.ShouldBeFalse();
    }

    [Fact]
    public void Normal_scores_go_by_ranks_and_share_those_of_equal_values()
    {
        var scores = NormalScores.Of([30, -1, 7, 7]);
        scores[1].ShouldBe(-1.1503, 1e-4, "the quantile of 1/8");
        scores[0].ShouldBe(1.1503, 1e-4);
        scores[2].ShouldBe(scores[3]);
        scores[2].ShouldBe(0, 1e-9, "the middle");
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
