using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>Examples of Bertschinger and others (Entropy 16, 2161, 2014), and what holds for any table.</summary>
public class BrojaEqualsKnownTruth
{
    private const double Tolerance = 2 * BrojaDecomposition.Tolerance;

    // Each of the four inputs once.
    private static readonly int[] First = [0, 0, 1, 1];
    private static readonly int[] Second = [0, 1, 0, 1];

    private static readonly Arbitrary<List<(int, int, int)>> Samples =
        Gen.Choose(0, 3).Three().NonEmptyListOf().Select(samples => samples.ToList()).ToArbitrary();

    // The joint is H(1/4) = 0.811, each source tells 0.311.
    [Fact]
    public void And_is_redundant_and_synergetic() => ShouldBe([0, 0, 0, 1], First, Second, 0.3113, 0, 0, 0.5);

    [Fact]
    public void Xor_is_all_synergy() => ShouldBe([0, 1, 1, 0], First, Second, 0, 0, 0, 1);

    // I_min calls these one bit redundant and one synergetic.
    [Fact]
    public void A_copy_of_two_independent_bits_is_unique_to_each() => ShouldBe([0, 1, 2, 3], First, Second, 0, 1, 1, 0);

    [Fact]
    public void What_one_source_tells_is_unique_to_it() => ShouldBe(First, First, Second, 0, 1, 0, 0);

    [Fact]
    public void Two_equal_sources_are_redundant() => ShouldBe(First, First, First, 1, 0, 0, 0);

    [Fact]
    public void Without_samples_nothing_is_told() => ShouldBe([], [], [], 0, 0, 0, 0);

    // With two classes each, a table with the same pairs has one free number per class of the target: here tried one by one.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Small_tables_have_the_least_joint_information_of_all_that_are_tried(int seed)
    {
        var random = new Random(seed);
        var counts = Enumerable.Range(0, 8).Select(_ => random.Next(1, 12)).ToArray();
        var samples = counts.SelectMany((count, cell) => Enumerable.Repeat((cell >> 2, (cell >> 1) & 1, cell & 1), count)).ToArray();
        var table = Table(samples);

        var found = BrojaDecomposition.Of(table, 1e-7)!;

        var least = (from one in Shifts(counts[..4]) from other in Shifts(counts[4..]) select Joint([.. one, .. other])).Min();
        var truth = found.Redundant + found.UniqueFirst + found.UniqueSecond;
        truth.ShouldBeLessThan(least + 1e-6);
        truth.ShouldBe(least, 1e-3, "the steps of the trial");
    }

    [Fact]
    public void Parts_are_never_negative_and_add_up_to_what_the_sources_tell() =>
        Prop.ForAll(Samples, samples =>
        {
            var table = Table(samples);
            var parts = BrojaDecomposition.Of(table)!;
            return Math.Min(Math.Min(parts.Redundant, parts.Synergetic), Math.Min(parts.UniqueFirst, parts.UniqueSecond)) >= 0
                && Math.Abs(parts.Joint - table.Both.Bits) < 1e-9
                && Math.Abs(parts.Redundant + parts.UniqueFirst - table.First.Bits) < 1e-9
                && Math.Abs(parts.Redundant + parts.UniqueSecond - table.Second.Bits) < 1e-9;
        }).QuickCheckThrowOnFailure();

    // Of all decompositions whose unique part depends on the pairs of target and source alone it has the largest unique part.
    [Fact]
    public void Nothing_unique_by_Williams_and_Beer_is_missed() =>
        Prop.ForAll(Samples, samples =>
        {
            var (broja, other) = (BrojaDecomposition.Of(Table(samples))!, WilliamsBeerDecomposition.Of(Table(samples)));
            return broja.UniqueFirst >= other.UniqueFirst - 1e-9
                && broja.UniqueSecond >= other.UniqueSecond - 1e-9
                && Math.Abs(broja.Added - other.Added) < 1e-9
                && broja.UniqueFirst <= Math.Min(Table(samples).First.Bits, broja.Added) + 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Names_of_classes_and_order_of_sources_do_not_matter() =>
        Prop.ForAll(Samples, samples =>
        {
            var parts = BrojaDecomposition.Of(Table(samples))!;
            var renamed = BrojaDecomposition.Of(Table([.. samples.Select(s => (7 - s.Item1, (s.Item2 * 3 + 1) % 4, -s.Item3))]))!;
            var swapped = BrojaDecomposition.Of(Table([.. samples.Select(s => (s.Item1, s.Item3, s.Item2))]))!;
            return Alike(parts, renamed)
                && Alike(parts, swapped with { UniqueFirst = swapped.UniqueSecond, UniqueSecond = swapped.UniqueFirst });
        }).QuickCheckThrowOnFailure();

    // Tables as large and as sparse as those of space groups.
    [Fact]
    public void Large_sparse_tables_have_parts_too()
    {
        var random = new Random(5);
        var samples = Enumerable.Range(0, 3000).Select(_ =>
        {
            var group = (int)(120 * Math.Pow(random.NextDouble(), 3));
            return ((group + random.Next(3)) % 5, group, random.Next(5));
        });

        var parts = BrojaDecomposition.Of(Table([.. samples]));

        parts.ShouldNotBeNull().UniqueFirst.ShouldBeGreaterThan(0.3);
    }

    private static bool Alike(InformationParts one, InformationParts other) =>
        Math.Abs(one.Redundant - other.Redundant) < Tolerance
        && Math.Abs(one.UniqueFirst - other.UniqueFirst) < Tolerance
        && Math.Abs(one.UniqueSecond - other.UniqueSecond) < Tolerance
        && Math.Abs(one.Synergetic - other.Synergetic) < Tolerance;

    private static JointTable Table(IReadOnlyCollection<(int, int, int)> samples) => JointTable.OfCodes(
        [.. samples.Select(sample => sample.Item1)],
        [.. samples.Select(sample => sample.Item2)],
        [.. samples.Select(sample => sample.Item3)]);

    // Tables of two by two with the sums of this one.
    private static IEnumerable<double[]> Shifts(int[] counts)
    {
        const int Steps = 200;
        double low = -Math.Min(counts[0], counts[3]), high = Math.Min(counts[1], counts[2]);
        for (var step = 0; step <= Steps; step++)
        {
            var shift = low + step * (high - low) / Steps;
            yield return [counts[0] + shift, counts[1] - shift, counts[2] - shift, counts[3] + shift];
        }
    }

    private static double Joint(double[] weights)
    {
        var total = weights.Sum();
        var sum = 0.0;
        for (var cell = 0; cell < 8; cell++)
        {
            var share = weights[cell] / total;
            var (target, sources) = (weights[cell < 4 ? ..4 : 4..].Sum() / total, (weights[cell & 3] + weights[(cell & 3) + 4]) / total);
            if (share > 0) sum += share * Math.Log2(share / (target * sources));
        }

        return sum;
    }

    private static void ShouldBe(int[] target, int[] first, int[] second, double redundant, double one, double other, double synergetic)
    {
        var parts = BrojaDecomposition.Of(JointTable.OfCodes(target, first, second))!;
        parts.Redundant.ShouldBe(redundant, Tolerance);
        parts.UniqueFirst.ShouldBe(one, Tolerance);
        parts.UniqueSecond.ShouldBe(other, Tolerance);
        parts.Synergetic.ShouldBe(synergetic, Tolerance);
    }
}
