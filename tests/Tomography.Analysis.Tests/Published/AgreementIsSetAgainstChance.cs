using System.Collections.Immutable;
using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

public class AgreementIsSetAgainstChance
{
    [Fact]
    public void Kappa_is_that_of_the_textbook()
    {
        // Two readers of 50 proposals: 20 times both yes, 15 times both no; chance alone gives a half.
        var counts = new AgreementCounts(20, 5, 10, 15);
        counts.Share.ShouldBe(0.7);
        counts.ByChance!.Value.ShouldBe(0.5, 1e-12);
        counts.Kappa!.Value.ShouldBe(0.4, 1e-12);
    }

    [Fact]
    public void Where_there_is_nothing_to_compare_there_is_no_kappa()
    {
        new AgreementCounts(0, 0, 0, 0).Kappa.ShouldBeNull();
        new AgreementCounts(0, 0, 0, 0).Share.ShouldBeNull();
        // Both say no of everything: they agree, and chance would, too.
        (new AgreementCounts(0, 0, 0, 9).Share, new AgreementCounts(0, 0, 0, 9).Kappa).ShouldBe((1, null));
    }

    [Fact]
    public void Equal_tables_have_a_kappa_of_1_opposite_ones_one_below_0_and_the_order_of_two_does_not_matter()
    {
        var random = new SplitMixRandom(3);
        for (var draw = 0; draw < 200; draw++)
        {
            // A yes and a no at least.
            (bool A, bool B)[] cells =
                [(true, false), (false, true), .. Enumerable.Range(0, random.Below(40)).Select(_ => (Yes(ref random), Yes(ref random)))];
            AgreementCounts.Of(cells.Select(c => (c.A, c.A))).Kappa!.Value.ShouldBe(1, 1e-12);
            AgreementCounts.Of(cells.Select(c => (c.A, !c.A))).Kappa!.Value.ShouldBeLessThan(0);
            AgreementCounts.Of(cells).Kappa!.Value.ShouldBe(AgreementCounts.Of(cells.Select(c => (c.B, c.A))).Kappa!.Value, 1e-12);
        }

        static bool Yes(ref SplitMixRandom from) => from.Below(3) == 0;
    }

    // Nine targets of twelve features, as in [T]: a few targets make a bootstrap narrow, so less than 95 % is to be expected.
    [Fact]
    public void The_interval_of_tables_that_know_nothing_of_each_other_holds_0_about_nine_times_out_of_ten()
    {
        const int Studies = 200;
        var random = new SplitMixRandom(5);
        var holding = 0;
        var sum = 0.0;
        for (var study = 0; study < Studies; study++)
        {
            var targets = Enumerable.Range(0, 9)
                .Select(_ => Row()).ToImmutableArray();
            var (low, high) = PublishedAnalyzer.Interval(targets);
            if (low <= 0 && high >= 0) holding++;
            sum += AgreementCounts.Of(targets.SelectMany(t => t)).Kappa!.Value;
        }

        (sum / Studies).ShouldBe(0, 0.03);
        ((double)holding / Studies).ShouldBeInRange(0.86, 0.97);

        (bool, bool)[] Row() => [.. Enumerable.Range(0, 12).Select(_ => (random.Unit() < 0.3, random.Unit() < 0.4))];
    }

    [Fact]
    public void Few_targets_have_no_interval() =>
        PublishedAnalyzer.Interval([.. Enumerable.Repeat(new[] { (true, true), (false, true) }, 4)]).ShouldBe((null, null));
}
