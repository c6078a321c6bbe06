using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Phantom.Tests.Phantom;

public sealed class TruthsOfThePhantom
{
    private static readonly PhantomSettings Families = new(1500, 7)
    {
        Formulas = 60, FormulaTypes = [Stoichiometry.ABX3, Stoichiometry.A2BX4], RandomProperties = 1,
    };

    [Fact]
    public void Are_those_that_its_formulas_state()
    {
        var truths = PhantomTruth.Of(
            Families, [Representation.Structure, Representation.Composition],
            [new("number-of-sites"), new("density"), new("spacegroup-crystal-system"), new("random-1")],
            [new("volume"), new("band-gap"), new("formation-energy-per-atom")])
            .ToDictionary(t => (t.Representation.Name, t.Feature.Value, t.Target.Value));
        truths.Count.ShouldBe(24);
        // A crystal graph averages over sites: it has everything but the size of the cell.
        foreach (var target in new[] { "band-gap", "formation-energy-per-atom" })
        {
            truths[("structure", "density", target)].Kind.ShouldBe(TruthKind.Learnable);
            truths[("structure", "spacegroup-crystal-system", target)].Kind.ShouldBe(TruthKind.Learnable);
            truths[("composition", "density", target)].Kind.ShouldBe(TruthKind.Tells);
            truths[("composition", "spacegroup-crystal-system", target)].Kind.ShouldBe(TruthKind.Tells);
            truths[("composition", "number-of-sites", target)].Kind.ShouldBe(TruthKind.Learnable);
        }

        truths[("structure", "number-of-sites", "volume")].ShouldSatisfyAllConditions(
            t => t.Kind.ShouldBe(TruthKind.Tells), t => t.Reduction.ShouldBeGreaterThan(0.8));
        truths[("structure", "density", "volume")].Kind.ShouldBe(TruthKind.Learnable);
        truths[("composition", "density", "volume")].Reduction.ShouldBeGreaterThan(0.8);
        truths.Values.Where(t => t.Feature.Value == "random-1").ShouldAllBe(t => t.Kind == TruthKind.None);
    }

    [Fact]
    public void Are_not_known_where_most_formulas_come_once() =>
        PhantomTruth.Of(new(400, 7), [Representation.Structure], [new("density")], [new("volume")]).ShouldBeEmpty();
}
