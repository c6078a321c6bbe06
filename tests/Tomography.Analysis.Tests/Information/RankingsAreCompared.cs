using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

public class RankingsAreCompared
{
    [Fact]
    public void The_same_order_is_one_and_the_reverse_minus_one()
    {
        Of(8, place => place * place).Rho.ShouldBe(1, 1e-12);
        var reverse = Of(8, place => -place);
        reverse.Rho.ShouldBe(-1, 1e-12);
        reverse.Low.ShouldBeLessThan(-0.99);
        reverse.High.ShouldBeInRange(-0.99, -0.7, "eight pairs cannot show more");
    }

    // Differences of ranks 1, 1, 1, 1, 0, so that rho = 1 - 6 x 4 / (5 x 24).
    [Fact]
    public void Without_strata_it_is_the_rank_correlation_of_Spearman()
    {
        double[] other = [2, 1, 4, 3, 5];
        Of(5, place => other[place]).Rho.ShouldBe(0.8, 1e-12);
    }

    [Fact]
    public void Strata_that_differ_in_level_are_ranked_each_by_itself()
    {
        RankedPair[] pairs =
        [
            .. Enumerable.Range(0, 6).Select(place => new RankedPair("low", $"{place}", place, -place)),
            .. Enumerable.Range(0, 6).Select(place => new RankedPair("high", $"{place}", 100 + place, 100 - place)),
        ];
        RankCorrelation.Of(pairs)!.Rho.ShouldBe(-1, 1e-12, "ranked together it would be above 0");
    }

    [Fact]
    public void Without_an_order_there_is_none() =>
        RankCorrelation.Of([.. Enumerable.Range(0, 8).Select(place => new RankedPair("t", $"{place}", place, 1))]).ShouldBeNull();

    // Features that go together over their targets, as volume does whatever is predicted. 94 % of 300 less three deviations is 90 %.
    [Theory]
    [InlineData(8, 1, 0.0, 0.0)]
    [InlineData(8, 1, 0.0, 0.8)]
    [InlineData(5, 3, 0.9, 0.5)]
    [InlineData(12, 9, 0.9, 0.0)]
    [InlineData(12, 9, 0.5, 0.8)]
    public void The_interval_holds_the_truth(int features, int targets, double together, double correlation)
    {
        var random = new Random(features + targets);
        var truth = 6 / Math.PI * Math.Asin(correlation / 2);
        var held = 0;
        for (var study = 0; study < 300; study++)
        {
            var pairs = new List<RankedPair>();
            for (var feature = 0; feature < features; feature++)
            {
                var (common, commonOther) = Pair(random, correlation);
                for (var target = 0; target < targets; target++)
                {
                    var (own, ownOther) = Pair(random, correlation);
                    var (share, rest) = (Math.Sqrt(together), Math.Sqrt(1 - together));
                    pairs.Add(new($"{target}", $"{feature}", share * common + rest * own, share * commonOther + rest * ownOther));
                }
            }

            var found = RankCorrelation.Of(pairs)!;
            if (found.Low <= truth && truth <= found.High) held++;
        }

        (held / 300.0).ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Features_that_add_information_and_reduce_the_error_agree()
    {
        var agreements = AgreementAnalysis.Of(Information(), [.. Verdicts(Representation.Structure, VerdictKind.Undecided)]);

        agreements.Select(agreement => agreement.Target?.Value).ShouldBe([null, "t"]);
        agreements.ShouldAllBe(agreement => agreement.Pairs == 8 && agreement.Features == 8);
        agreements[0].Ranks!.Rho.ShouldBe(1, 1e-12, "features were made so");
    }

    [Fact]
    public void What_cannot_be_trusted_or_is_too_little_is_not_ranked()
    {
        var verdicts = Verdicts(Representation.Composition, VerdictKind.Informs).ToArray();
        var agreement = AgreementAnalysis.Of(Information(), [.. verdicts[..^1], verdicts[^1] with { Kind = VerdictKind.Untrusted }])
            .ShouldHaveSingleItem();

        (agreement.Pairs, agreement.Features, agreement.Ranks).ShouldBe((7, 7, null));
    }

    // The more of a feature number the target holds, the more the feature adds; and the more it reduces the error.
    private static InformationTable Information()
    {
        PartEstimate nothing = new(0, new(0, 0));
        return new(100, 100, 5, 20,
        [
            .. Enumerable.Range(0, 8).Select(place => new InformationCell(
                new($"f{place}"), new("t"), 1, null, InformationEstimator.Ksg, 100, 100,
                new(new("other"),
                    [new(DecompositionMethod.Broja, new(0, place, 0, 0), nothing, nothing, nothing, new(place, new(0, 0)), 39)],
                    100, 125))),
        ]);
    }

    private static IEnumerable<EdgeVerdict> Verdicts(Representation representation, VerdictKind kind) =>
        Enumerable.Range(0, 8).Select(place => new EdgeVerdict(
            representation, new PropertyName($"f{place}"), new("t"), kind, VerdictReason.None,
            new(-0.01 * place * place, 0.01, 4, 5, 100, 0.5), null, null, null));

    private static RankCorrelation Of(int count, Func<int, double> other) =>
        RankCorrelation.Of([.. Enumerable.Range(0, count).Select(place => new RankedPair("t", $"{place}", place, other(place)))])!;

    private static (double X, double Y) Pair(Random random, double correlation)
    {
        var x = Normal(random);
        return (x, correlation * x + Math.Sqrt(1 - correlation * correlation) * Normal(random));
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
