using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class RegimesFollowTheirRules
{
    [Fact]
    public void A_lattice_without_real_edges_is_sparse()
    {
        var assessment = RegimeRules.Assess(LatticeMeasures.Of(Full("a b c")))!;

        assessment.Primary.ShouldBe(Regime.Sparse);
        (assessment.Scores.Sparse, assessment.Margin).ShouldBe((1, 1));
    }

    // a informs b, c and d; density 3/12 = 0.25 counts (0.25 - 0.15) / 0.35 = 2/7 as full; asymmetry, dominance 0.75 and reach count fully.
    [Fact]
    public void A_star_is_asymmetric()
    {
        var assessment = RegimeRules.Assess(
            LatticeMeasures.Of(Full("a b c d", Real("a", "b", 0.2), Real("a", "c", 0.2), Real("a", "d", 0.2)))
        )!;

        assessment.Primary.ShouldBe(Regime.Asymmetric);
        assessment.Scores.Asymmetric.ShouldBe(1);
        assessment.Margin.ShouldBe(1);
    }

    // Density 1 and one hop everywhere; equal weights, so nothing else counts.
    [Fact]
    public void A_complete_lattice_is_dense()
    {
        var assessment = RegimeRules.Assess(LatticeMeasures.Of(Only("a b", Real("a", "b", 0.2), Real("b", "a", 0.2))))!;

        (assessment.Primary, assessment.Scores.Dense).ShouldBe((Regime.Dense, 1));
    }

    // One of five decided edges is spurious, two harmful: 3/5 of the decided, 3/6 of the measured; both count fully.
    [Fact]
    public void Edges_that_cannot_be_trusted_come_before_every_shape()
    {
        var lattice = Full(
            "a b c",
            Real("a", "b", 0.3),
            Real("b", "a", 0.3),
            Of("a", "c", 0.1, 0.2),
            Of("c", "a", 0.1, 0.2),
            Real("b", "c", 0.05) with
            {
                State = EdgeState.Spurious,
            }
        );

        RegimeRules.Assess(LatticeMeasures.Of(lattice))!.Primary.ShouldBe(Regime.Pathological);
    }

    [Fact]
    public void Scores_are_shares_of_one() =>
        Enumerable
            .Range(0, 60)
            .Select(number => PlantedRegimes.Draw((Regime)(number % 6), 500 + number))
            .ShouldAllBe(drawn => SumsToAtMostOne(drawn));

    [Fact]
    public void An_experiment_can_move_a_threshold()
    {
        var measures = LatticeMeasures.Of(Full("a b c", Real("a", "b", 0.2), Real("b", "a", 0.2)));

        RegimeRules.Assess(measures)!.Primary.ShouldBe(Regime.Dense);
        RegimeRules.Assess(measures, new() { Density = new(0.4, 0.9) })!.Primary.ShouldBe(Regime.Sparse);
    }

    [Fact]
    public void A_threshold_that_ends_before_it_begins_is_refused() =>
        Should
            .Throw<ArgumentException>(() => RegimeThresholds.Checked(new() { Asymmetry = new(0.5, 0.5) }))
            .Message.ShouldContain("asymmetry goes from 0.5 to 0.5");

    [Fact]
    public void Every_regime_has_its_advice() =>
        RegimeGuide.All.Select(advice => advice.Regime).ShouldBe(Enum.GetValues<Regime>());

    private static bool SumsToAtMostOne((EntanglementLattice[] Earlier, EntanglementLattice Current) drawn)
    {
        var scores = RegimeRules.Assess(LatticeMeasures.Of(drawn.Current, drawn.Earlier))!.Scores;
        var all = Enum.GetValues<Regime>().Select(regime => scores[regime]).ToArray();
        return all.All(score => score is >= 0 and <= 1) && all.Sum() <= 1 + 1e-12;
    }
}
