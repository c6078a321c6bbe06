using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class ConstantsAreTheYardstickOfBaselines
{
    private static readonly int[] Seeds = [1, 2];

    [Theory]
    [InlineData(2.9, 3.0, false)]
    [InlineData(3.0, 3.0, true)]
    [InlineData(3.1, 3.0, true)]
    public void A_baseline_is_no_better_than_the_constant_where_its_mean_error_is_not_smaller(double error, double constant, bool expected)
    {
        // One seed below and one above, so that the means decide.
        var baseline = Only([error - 1, error + 1], [constant - 0.5, constant + 0.5], [0.1, 0.3]);

        baseline.ConstantMae!.Value.ShouldBe(constant, 1e-12);
        baseline.R2!.Value.ShouldBe(0.2, 1e-12);
        baseline.IsNoBetterThanConstant.ShouldBe(expected);
    }

    [Fact]
    public void The_mean_R2_is_over_the_seeds_that_have_one()
    {
        Only([1, 1], [2, 2], [null, -0.5]).R2.ShouldBe(-0.5);
        Only([1, 1], [2, 2], [null, null]).R2.ShouldBeNull();
    }

    [Fact]
    public void A_baseline_without_results_is_not_called_worse_than_the_constant()
    {
        var baseline = StudyAnalyzer.Analyze(Study([S], [Volume], [], Seeds)).Baselines.Single();

        (baseline.TestMae, baseline.ConstantMae, baseline.R2, baseline.Materials, baseline.IsNoBetterThanConstant)
            .ShouldBe((null, null, null, null, false));
    }

    [Theory]
    [InlineData("NaN of the best constant", double.NaN, 0.5, 10)]
    [InlineData("R2", 1.0, double.NegativeInfinity, 10)]
    [InlineData("R2", 1.0, 1.5, 10)]
    [InlineData("0 materials", 1.0, 0.5, 0)]
    public void A_score_out_of_its_range_is_refused(string what, double constant, double r2, int materials) =>
        Should.Throw<ArgumentException>(() => StudyAnalyzer.Analyze(Study([S], [Volume], [], Seeds,
            Errors(S, Volume, null, Seeds, 1).Select(score => score with { ConstantMae = constant, R2 = r2, Materials = materials }))))
            .Message.ShouldContain(what);

    private static BaselineError Only(double[] errors, double[] constants, double?[] r2) =>
        StudyAnalyzer.Analyze(Study([S], [Volume], [], Seeds, Seeds.Select((seed, place) =>
            Score(Model(S, Volume, null, seed), errors[place]) with { ConstantMae = constants[place], R2 = r2[place] })))
            .Baselines.Single();
}
