using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

public class InformationSplitsIntoParts
{
    private const double Rounding = 1e-12;

    // Each of the four inputs once.
    private static readonly int[] First = [0, 0, 1, 1];
    private static readonly int[] Second = [0, 1, 0, 1];

    [Fact]
    public void Xor_is_all_synergy() => ShouldBe(WilliamsBeer([0, 1, 1, 0], First, Second), 0, 0, 0, 1);

    // p(t = 1) = 1/4. I(T; S_i) = H(1/4) - 1/2 = 0.3113; both sources are alike, so it is all redundant; the joint is H(1/4) = 0.8113 and
    // the rest, 1/2, synergy.
    [Fact]
    public void And_is_redundant_and_synergetic_without_a_unique_part()
    {
        var entropy = -(0.25 * Math.Log2(0.25) + 0.75 * Math.Log2(0.75));
        ShouldBe(WilliamsBeer([0, 0, 0, 1], First, Second), entropy - 0.5, 0, 0, 0.5);
    }

    [Fact]
    public void A_copy_of_one_source_is_unique_to_it() => ShouldBe(WilliamsBeer(First, First, Second), 0, 1, 0, 0);

    // The known trait of I_min: two independent bits copied are called one bit of redundancy and one of synergy.
    [Fact]
    public void A_copy_of_both_sources_is_one_bit_redundant_and_one_synergetic() =>
        ShouldBe(WilliamsBeer([0, 1, 2, 3], First, Second), 1, 0, 0, 1);

    [Fact]
    public void Two_equal_sources_are_redundant() => ShouldBe(WilliamsBeer(First, First, First), 1, 0, 0, 0);

    [Fact]
    public void Without_samples_nothing_is_told() => ShouldBe(WilliamsBeer([], [], []), 0, 0, 0, 0);

    [Fact]
    public void Lengths_that_differ_are_refused() =>
        Should
            .Throw<ArgumentException>(() => WilliamsBeer([1], [1, 2], [1]))
            .Message.ShouldContain("1 samples of the target, 2 and 1");

    [Fact]
    public void Parts_are_never_negative_and_add_up_to_the_joint_information() =>
        Prop.ForAll(
                Gen.Choose(0, 3).Three().NonEmptyListOf().ToArbitrary(),
                samples =>
                {
                    int[] target = [.. samples.Select(sample => sample.Item1)],
                        first = [.. samples.Select(sample => sample.Item2)],
                        second = [.. samples.Select(sample => sample.Item3)];
                    var parts = WilliamsBeer(target, first, second);
                    var joint = Entropy(target) + Entropy(first.Zip(second)) - Entropy(samples);
                    return Math.Min(Math.Min(parts.Redundant, parts.Synergetic), Math.Min(parts.UniqueFirst, parts.UniqueSecond)) >= 0
                        && Math.Abs(parts.Joint - joint) < 1e-9;
                }
            )
            .QuickCheckThrowOnFailure();

    private static InformationParts WilliamsBeer(int[] target, int[] first, int[] second) =>
        WilliamsBeerDecomposition.Of(JointTable.OfCodes(target, first, second));

    private static double Entropy<T>(IEnumerable<T> samples)
    {
        var groups = samples.GroupBy(sample => sample).Select(group => (double)group.Count()).ToArray();
        return groups.Sum(count => -count / groups.Sum() * Math.Log2(count / groups.Sum()));
    }

    private static void ShouldBe(InformationParts parts, double redundant, double first, double second, double synergetic)
    {
        parts.Redundant.ShouldBe(redundant, Rounding);
        parts.UniqueFirst.ShouldBe(first, Rounding);
        parts.UniqueSecond.ShouldBe(second, Rounding);
        parts.Synergetic.ShouldBe(synergetic, Rounding);
    }
}
