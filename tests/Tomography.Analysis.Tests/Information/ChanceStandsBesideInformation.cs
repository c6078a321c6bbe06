using Shouldly;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>What shuffled values give, held against simulated properties that are known to tell nothing, or something.</summary>
public class ChanceStandsBesideInformation
{
    private static readonly PropertyName A = new("a");
    private static readonly PropertyName B = new("b");
    private static readonly PropertyName Target = new("t");

    [Fact]
    public void Shuffles_deal_out_every_value_once_and_are_the_same_every_time()
    {
        var orders = ShuffledOrders.Of(50, 3).ToArray();
        orders.ShouldAllBe(order => order.Order().SequenceEqual(Enumerable.Range(0, 50)));
        orders.Select(order => string.Join(' ', order)).Distinct().Count().ShouldBe(3);
        ShuffledOrders.Of(50, 3).Zip(orders).ShouldAllBe(pair => pair.First.SequenceEqual(pair.Second));
    }

    // Of 400 datasets 5 % are 20, with a deviation of 4.4; with six in a hundred, as values that are often 0 have it, three of them are 38.
    // Numbers, numbers that are often 0, and a number with classes.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Properties_that_share_nothing_are_above_chance_once_in_twenty_times(int kind)
    {
        var random = new Random(kind);
        var settings = new InformationSettings();
        var chances = Enumerable.Range(0, 400).Select(draw =>
        {
            // The noise that parts equal values is the same for the same number of materials.
            var count = 80 + draw % 40;
            PropertyColumn one = new(SmallStudy.Number(A), [.. Numbers(count, () => Draw(random, kind))]);
            PropertyColumn other = kind == 2
                ? new(new(B, "", PropertyKind.Classes, ["x", "y", "z"], [], ""), [.. Numbers(count, () => random.Next(3))])
                : new(SmallStudy.Number(B), [.. Numbers(count, () => Draw(random, kind))]);
            return PairEstimate.Of(one, other, settings);
        }).ToArray();

        chances.Count(pair => pair.Bits > pair.Chance!.Level.High).ShouldBeInRange(7, 38);
        chances.Count(pair => pair.Chance!.PValue < 0.01).ShouldBeLessThanOrEqualTo(12, "4 are expected");
    }

    // KSG finds 0 in the mean where there is nothing, so that what is taken off is hardly anything: 0.208 bits are there.
    [Fact]
    public void What_two_properties_share_is_more_than_chance()
    {
        var random = new Random(4);
        double[] a = [.. Numbers(600, () => Normal(random))];
        double[] t = [.. a.Select(value => 0.5 * value + Math.Sqrt(0.75) * Normal(random))];

        var cell = InformationAnalysis.Of(Columns(a, a, t), [A], [Target]).Find(A, Target)!;

        cell.Reading.ShouldBe(ChanceReading.MoreThanChance);
        cell.Chance!.LessChance.ShouldBe(-0.5 * Math.Log2(0.75), 0.12);
        cell.Chance.Level.High.ShouldBeInRange(0.02, 0.12);
    }

    [Fact]
    public void A_constant_is_no_more_than_chance()
    {
        var cell = InformationAnalysis.Of(Columns(new double[50], [.. Numbers(50, () => 1)], [.. Enumerable.Range(0, 50)]), [A], [Target])
            .Find(A, Target)!;

        (cell.Bits, cell.Reading, cell.Chance!.Q).ShouldBe((0, ChanceReading.NoMoreThanChance, 1));
    }

    // 18 pairs that share nothing: without a correction most tables would claim one.
    [Fact]
    public void Tables_of_properties_that_share_nothing_claim_hardly_anything()
    {
        var random = new Random(6);
        PropertyName[] names = [.. Enumerable.Range(0, 9).Select(place => new PropertyName($"f{place}"))];
        var claims = 0;
        for (var table = 0; table < 60; table++)
        {
            PropertyColumn[] columns =
            [
                .. names.Append(A).Append(B)
                    .Select(name => new PropertyColumn(SmallStudy.Number(name), [.. Numbers(60, random.NextDouble)])),
            ];
            var cells = InformationAnalysis.Of(columns, names, [A, B]);
            cells.Pairs.ShouldBe(18);
            if (cells.Cells.Any(cell => cell.Reading == ChanceReading.MoreThanChance)) claims++;
        }

        claims.ShouldBeLessThanOrEqualTo(8, "three are expected, deviation 1.7");
    }

    // The feature tells nothing; its parts are bias alone.
    [Fact]
    public void Parts_of_a_feature_that_tells_nothing_are_chance_and_taken_off()
    {
        var random = new Random(7);
        var (raw, corrected, above) = (0.0, 0.0, 0);
        const int Tables = 20;
        for (var table = 0; table < Tables; table++)
        {
            double[] b = [.. Numbers(700, () => Normal(random))];
            double[] t = [.. b.Select(value => value + Normal(random))];
            var added = Broja(Columns([.. Numbers(700, () => Normal(random))], b, t)).Added;
            raw += added.Bits / Tables;
            corrected += (added.Bits - added.Chance.Mean) / Tables;
            if (!added.IsNoMoreThanChance) above++;
        }

        raw.ShouldBeGreaterThan(0.05, "80 cells too many over 2 N ln 2");
        corrected.ShouldBe(0, 0.008, "three deviations of the mean");
        above.ShouldBeLessThanOrEqualTo(4, "1 is expected, deviation 1");
    }

    // Two signs and their product, each as often as the other: one bit of synergy.
    [Fact]
    public void Synergy_stays_when_chance_is_taken_off()
    {
        var random = new Random(8);
        double[] a = [.. Enumerable.Range(0, 400).Select(place => (place % 2 - 0.5) * (1 + random.NextDouble()))];
        double[] b = [.. Enumerable.Range(0, 400).Select(place => (place / 2 % 2 - 0.5) * (1 + random.NextDouble()))];
        double[] t = [.. a.Zip(b, (x, y) => Math.Sign(x * y) * (1 + random.NextDouble()))];

        var parts = InformationAnalysis.Of(Columns(a, b, t), [A, B], [Target], new() { Bins = 2 })
            .Find(A, Target)!.Second!.By(DecompositionMethod.Broja)!;

        parts.Synergetic.LessChance.ShouldBe(1, 0.02);
        parts.Synergetic.IsNoMoreThanChance.ShouldBeFalse();
        parts.Unique.LessChance.ShouldBe(0, 0.02);
    }

    [Fact]
    public void The_level_of_parts_is_a_rank_of_the_shuffles()
    {
        var level = ChanceLevel.Of([.. Enumerable.Range(1, 39).Select(number => (double)number)]);
        (level.Mean, level.High).ShouldBe((20, 38), "the next of 40 equally likely values is above 38 in two cases");
        Should.Throw<ArgumentException>(() => ChanceLevel.Of(new double[18])).Message.ShouldContain("18 shuffles");
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Refused(new() { Shuffles = 1 }).ShouldContain("shuffles is 1");
        Refused(new() { PartShuffles = 18 }).ShouldContain("is 18");
    }

    private static string Refused(InformationSettings settings) =>
        Should.Throw<ArgumentException>(() => InformationAnalysis.Of([], [], [], settings)).Message;

    private static PartsEstimate Broja(PropertyColumn[] columns) =>
        InformationAnalysis.Of(columns, [A, B], [Target]).Find(A, Target)!.Second!.By(DecompositionMethod.Broja)!;

    private static PropertyColumn[] Columns(double[] a, double[] b, double[] t) =>
        [new(SmallStudy.Number(A), [.. a]), new(SmallStudy.Number(B), [.. b]), new(SmallStudy.Number(Target), [.. t])];

    private static IEnumerable<double> Numbers(int count, Func<double> draw) => Enumerable.Range(0, count).Select(_ => draw());

    private static double Draw(Random random, int kind) => kind == 1 && random.Next(2) == 0 ? 0 : Normal(random);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
