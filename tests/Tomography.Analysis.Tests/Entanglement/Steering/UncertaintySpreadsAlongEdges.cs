using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class UncertaintySpreadsAlongEdges
{
    // c gets from a (weight 0.3, u 0.8) and b (weight 0.1, u 0): 0.5 * 0.4 + 0.5 * (0.3 * 0.8) / 0.4.
    [Fact]
    public void A_target_takes_a_part_of_the_weighted_uncertainty_of_its_sources()
    {
        var spread = Spread(Full("a b c", Real("a", "c", 0.3), Real("b", "c", 0.1)), 0.5, ("a", 0.8), ("c", 0.4));

        spread.Select(property => property.Own).ShouldBe([0.8, 0, 0.4]);
        spread[0].Spread.ShouldBe(0.8);
        spread[1].Spread.ShouldBe(0);
        spread[2].Spread.ShouldBe(0.5 * 0.4 + 0.5 * 0.6, 1e-12);
    }

    // x = 0.5 * 0.9 + 0.5 y, y = 0.5 * 0 + 0.5 x: x = 0.6, y = 0.3.
    [Fact]
    public void Around_a_cycle_it_settles()
    {
        var spread = Spread(Full("a b", Real("a", "b", 0.3), Real("b", "a", 0.1)), 0.5, ("a", 0.9));

        spread[0].Spread.ShouldBe(0.6, 1e-9);
        spread[1].Spread.ShouldBe(0.3, 1e-9);
    }

    [Fact]
    public void Full_damping_and_impossible_uncertainties_are_refused()
    {
        Should.Throw<ArgumentException>(() => Spread(Full("a b"), 1)).Message.ShouldContain("damping is 1");
        Should.Throw<ArgumentException>(() => Spread(Full("a b"), 0.5, ("a", double.NaN))).Message.ShouldContain("uncertainty of a is NaN");
    }

    private static System.Collections.Immutable.ImmutableArray<SpreadUncertainty> Spread(
        EntanglementLattice lattice,
        double damping,
        params (string Property, double Own)[] own
    ) => UncertaintySpread.Of(lattice, own.ToDictionary(pair => new PropertyName(pair.Property), pair => pair.Own), damping);
}
