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
    public void A_claim_must_hold_for_the_share_of_the_constants_error_too()
    {
        CeilingJudge.Of(Ceiling, Baseline(0.15, 0.17, 3) with { ConstantMae = 0.5 })
            .ShouldBe(CeilingClaim.Near, "its test crystals are easier: 0.17 of 0.5 is more than 0.18 of 1");
        CeilingJudge.Of(Ceiling, Baseline(0.49, 0.60, 3) with { ConstantMae = 2 }).ShouldBe(CeilingClaim.Near);
    }

    [Fact]
    public void Few_seeds_and_few_polymorphs_say_nothing()
    {
        CeilingJudge.Of(Ceiling, Baseline(0.1, 0.1, 2)).ShouldBe(CeilingClaim.TooFewSeeds);
        CeilingJudge.Of(Ceiling, Baseline(0.1, 0.1, 3) with { TestMae = null }).ShouldBe(CeilingClaim.TooFewSeeds);
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
            return CeilingJudge.Of(ceiling, Baseline(errors.Min(), errors.Max(), errors.Length) with { ConstantMae = ceiling.ConstantMae });
        }).ToArray();
        claims.ShouldNotContain(CeilingClaim.FarAbove);
        claims.Count(claim => claim == CeilingClaim.Beyond).ShouldBe(0);
    }

    private static BaselineError Baseline(double smallest, double largest, int seeds) =>
        new(S, Number(BandGap), PropertySet.None, seeds, new((smallest + largest) / 2, smallest, largest)) { ConstantMae = 1 };
}
