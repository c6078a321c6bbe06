using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class RegimesFollowTheirRules
{
    [Fact]
    public void With_fewer_than_five_edges_that_inform_or_harm_there_is_no_regime()
    {
        Edge[] four = [Real("a", "b", 0.2), Real("b", "c", 0.2), Real("c", "d", 0.2), Of("d", "a", 0.1, 0.2)];

        RegimeRules.Assess(LatticeMeasures.Of(Full("a b c d e f g", four))).ShouldBeNull();
        RegimeRules.Assess(LatticeMeasures.Of(Full("a b c d e f g", [.. four, Real("e", "f", 0.2)])))!.Primary.ShouldBe(Regime.Sparse);
    }

    // Five of 42 edges inform, in two pieces.
    [Fact]
    public void A_lattice_is_not_sparse_where_the_study_could_not_see()
    {
        Edge[] five = [Real("a", "b", 0.2), Real("b", "c", 0.2), Real("c", "d", 0.2), Real("d", "a", 0.2), Real("e", "f", 0.2)];
        var undecided =
            from feature in "abcdef"
            from target in "g"
            select Of($"{feature}", $"{target}", -0.3, 0.1);
        var back =
            from target in "abcdef"
            select Of("g", $"{target}", -0.3, 0.1);

        RegimeRules.Assess(LatticeMeasures.Of(Full("a b c d e f g", five)))!.Clear.ShouldBe(Regime.Sparse);
        RegimeRules.Assess(LatticeMeasures.Of(Full("a b c d e f g", [.. five, .. undecided, .. back])))!.Clear
            .ShouldBeNull("12 more edges may be there");
    }

    // a informs the five others; density 5/30 counts (0.167 - 0.15) / 0.35 = 1/21 as full; asymmetry, dominance 5/6 and reach count fully.
    [Fact]
    public void A_star_is_asymmetric()
    {
        var assessment = RegimeRules.Assess(
            LatticeMeasures.Of(Full("a b c d e f", [.. "bcdef".Select(target => Real("a", $"{target}", 0.2))])))!;

        assessment.Primary.ShouldBe(Regime.Asymmetric);
        assessment.Scores.Asymmetric.ShouldBe(1);
        assessment.Margin.ShouldBe(1);
    }

    // Density 1 and one hop everywhere; equal weights, so nothing else counts.
    [Fact]
    public void A_complete_lattice_is_dense()
    {
        var assessment = RegimeRules.Assess(LatticeMeasures.Of(Complete))!;

        (assessment.Primary, assessment.Scores.Dense).ShouldBe((Regime.Dense, 1));
    }

    // Of five decided edges two harm and one has seeds that contradict each other: 3/6 of the decided, 3/6 of the judged; the first counts
    // two thirds.
    [Fact]
    public void Edges_that_cannot_be_trusted_come_before_every_shape()
    {
        var lattice = Full(
            "a b c",
            Real("a", "b", 0.3),
            Real("b", "a", 0.3),
            Real("c", "b", 0.3),
            Of("a", "c", 0.1, 0.2),
            Of("c", "a", 0.1, 0.2),
            Real("b", "c", 0.05).With(VerdictKind.Untrusted, VerdictReason.SeedsContradict));

        var assessment = RegimeRules.Assess(LatticeMeasures.Of(lattice))!;
        assessment.Primary.ShouldBe(Regime.Pathological);
        assessment.Scores.Pathological.ShouldBe(2.0 / 3, 1e-12);
    }

    [Fact]
    public void What_was_not_measured_soundly_is_no_pathology()
    {
        var unsound = Complete with
        {
            Edges =
            [
                .. Complete.Edges[..5],
                .. Complete.Edges[5..].Select(edge => edge.With(VerdictKind.Untrusted, VerdictReason.BaselineLearntNothing)),
            ],
        };

        RegimeRules.Assess(LatticeMeasures.Of(unsound))!.Scores.Pathological.ShouldBe(0);
    }

    [Theory]
    [InlineData(8, 0, Regime.Dense)]
    [InlineData(7, 3, null)]
    [InlineData(0, 0, null)]
    public void A_regime_is_announced_where_four_of_five_repetitions_show_it(int same, int other, Regime? announced)
    {
        var dense = LatticeMeasures.Of(Complete);
        var none = LatticeMeasures.Of(Full("a b c"));

        var finding = RegimeFinding.Of(dense, [.. Enumerable.Repeat(dense, same), .. Enumerable.Repeat(none, other)], new());

        finding.Announced.ShouldBe(announced);
        finding.Assessment!.Clear.ShouldBe(Regime.Dense);
        if (other > 0) finding.Shares.ShouldBe([new(Regime.Dense, 0.7), new(null, 0.3)]);
    }

    [Fact]
    public void Scores_are_shares_of_one() =>
        Enumerable
            .Range(0, 60)
            .Select(number => PlantedRegimes.Drawn(new((Planted)(number % 8), 500 + number)))
            .ShouldAllBe(drawn => SumsToAtMostOne(drawn.Earlier, drawn.Current));

    [Fact]
    public void An_experiment_can_move_a_threshold()
    {
        var measures = LatticeMeasures.Of(Complete);

        RegimeRules.Assess(measures)!.Primary.ShouldBe(Regime.Dense);
        RegimeRules.Assess(measures, new() { Density = new(1, 2) })!.Primary.ShouldBe(Regime.Sparse);
    }

    [Fact]
    public void A_threshold_that_ends_before_it_begins_is_refused() =>
        Should
            .Throw<ArgumentException>(() => RegimeThresholds.Checked(new() { Asymmetry = new(0.5, 0.5) }))
            .Message.ShouldContain("asymmetry goes from 0.5 to 0.5");

    [Fact]
    public void Every_regime_has_its_advice() =>
        RegimeGuide.All.Select(advice => advice.Regime).ShouldBe(Enum.GetValues<Regime>());

    private static EntanglementLattice Complete { get; } = Full(
        "a b c",
        Real("a", "b", 0.2), Real("b", "a", 0.2), Real("a", "c", 0.2), Real("c", "a", 0.2), Real("b", "c", 0.2), Real("c", "b", 0.2));

    private static bool SumsToAtMostOne(EntanglementLattice[] earlier, EntanglementLattice current)
    {
        if (RegimeRules.Assess(LatticeMeasures.Of(current, earlier))?.Scores is not { } scores) return true;
        var all = Enum.GetValues<Regime>().Select(regime => scores[regime]).ToArray();
        return all.All(score => score is >= 0 and <= 1) && all.Sum() <= 1 + 1e-12;
    }
}
