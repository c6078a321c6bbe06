using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class BaselinesAreHeldAgainstTheCeiling
{
    private static readonly CompositionCeiling Ceiling = new(BandGap, 300, 100)
    {
        LeaveOneOut = new(0.30, 0.28, 0.32),
        Least = new(0.20, 0.18, 0.22),
        ConstantMae = 1,
    };

    [Theory]
    [InlineData(0.15, 0.17, CeilingClaim.Beyond)]
    [InlineData(0.15, 0.19, CeilingClaim.Near)]
    [InlineData(0.25, 0.40, CeilingClaim.Near)]
    [InlineData(0.33, 0.40, CeilingClaim.Above)]
    [InlineData(0.49, 0.60, CeilingClaim.FarAbove)]
    public void Every_seed_must_lie_on_one_side(double smallest, double largest, CeilingClaim claim) =>
        CeilingJudge.Of(Ceiling, Baseline(smallest, largest, 3)).ShouldBe(claim);

    [Fact]
    public void Only_test_crystals_with_polymorphs_count()
    {
        // Materials 0 to 19 have polymorphs; those from 20 on are far easier.
        var polymorphs = Enumerable.Range(0, 20).ToHashSet();
        TestErrors Seed(double error, int first) => new(
            [.. Enumerable.Range(first, 25)], [.. Enumerable.Range(first, 25).Select(i => i < 20 ? error : 0)], 100);
        var known = PolymorphError.Of(S, [Seed(0.25, 0), Seed(0.75, 10), Seed(9, 11)], polymorphs);
        known.ShouldBe(new(S, 2, new(0.5, 0.25, 0.75)), "the third seed has nine such crystals only");
        PolymorphError.Of(S, [], polymorphs).ShouldBe(new(S, 0, null));
    }

    [Fact]
    public void Materials_without_the_target_or_alone_of_their_formula_have_no_polymorphs() =>
        CeilingAnalysis.Polymorphs([1, 2, double.NaN, 4, 5, 6], ["A", "A", "A", "B", "C", "C"]).Order().ShouldBe([0, 1, 4, 5]);

    [Fact]
    public void A_study_holds_its_baselines_against_the_ceiling_of_each_target()
    {
        var results = Study([S, C], [Volume], [Density], [1, 2, 3]);
        var analysis = StudyAnalyzer.Analyze(results, new()
        {
            Columns = [Column(Volume), Column(Density)],
            Formulas = [.. Enumerable.Range(0, 60).Select(i => $"F{i / 2}")],
            TestErrors = (model, _) => new(
                [.. Enumerable.Range(0, 12)], [.. Enumerable.Repeat(model.Representation == S ? 0.1 : 9, 12)], 100),
        });
        var ceiling = analysis.Ceilings.ShouldHaveSingleItem();
        (ceiling.Materials, ceiling.Formulas, ceiling.LeaveOneOut!.Value.Value, ceiling.Least!.Value.Value).ShouldBe((60, 30, 1, 0.5));
        ceiling.Baselines.Select(each => CeilingJudge.Of(ceiling, each)).ShouldBe([CeilingClaim.Beyond, CeilingClaim.FarAbove]);
        StudyAnalyzer.Analyze(results).Ceilings.ShouldBeEmpty();
    }

    [Fact]
    public void Few_seeds_and_few_polymorphs_say_nothing()
    {
        CeilingJudge.Of(Ceiling, Baseline(0.1, 0.1, 2)).ShouldBe(CeilingClaim.TooFewSeeds);
        CeilingJudge.Of(Ceiling, Baseline(0.1, 0.1, 3) with { Mae = null }).ShouldBe(CeilingClaim.TooFewSeeds);
        CeilingJudge.Of(Ceiling with { Materials = 29 }, Baseline(0.1, 0.1, 3)).ShouldBe(CeilingClaim.TooFewPolymorphs);
        CeilingJudge.Of(Ceiling with { Formulas = 9 }, Baseline(0.1, 0.1, 3)).ShouldBe(CeilingClaim.TooFewPolymorphs);
        CeilingJudge.Of(new(BandGap, 0, 0), Baseline(0.1, 0.1, 3)).ShouldBe(CeilingClaim.TooFewPolymorphs);
    }

    [Fact]
    public void Noise_around_a_function_of_the_formula_is_never_beyond_it()
    {
        // A model that knows the medians of all formulas makes the least error; it must not be said to know more.
        var claims = Enumerable.Range(0, 100).Select(run =>
        {
            var random = new Random(run);
            double[] noise = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble() - 0.5)];
            var ceiling = CeilingAnalysis.Of(
                BandGap, [.. noise.Select((each, i) => i / 4 + each)], [.. noise.Select((_, i) => $"F{i / 4}")]);
            var errors = noise.Chunk(40).Select(part => part.Average(Math.Abs)).ToArray();
            return CeilingJudge.Of(ceiling, Baseline(errors.Min(), errors.Max(), errors.Length));
        }).ToArray();
        claims.ShouldNotContain(CeilingClaim.FarAbove);
        claims.Count(claim => claim == CeilingClaim.Beyond).ShouldBe(0);
    }

    private static PropertyColumn Column(PropertyName name) => new(Number(name), [.. Enumerable.Range(0, 60).Select(i => (double)i)]);

    private static PolymorphError Baseline(double smallest, double largest, int seeds) =>
        new(S, seeds, new((smallest + largest) / 2, smallest, largest));
}
