using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Phantom.Tests.Phantom;

public sealed class EwaldSumsEqualMadelungConstants
{
    // Published values have eight decimals or fewer; half of their last digit is the tolerance.
    [Theory]
    [InlineData("rocksalt", 1.7475645946, 5e-10)]
    [InlineData("cesium chloride", 1.7626747731, 5e-10)]
    [InlineData("zincblende", 1.6380550534, 5e-10)]
    [InlineData("wurtzite", 1.6413216, 5e-7)]
    [InlineData("fluorite", 5.0387848, 5e-7)]
    public void Madelung_constants_are_those_of_the_literature(string name, double expected, double tolerance)
    {
        var prototype = PrototypeCatalog.All.Single(p => p.Name == name);
        Madelung(prototype, prototype.Shapes[prototype.Shapes.Length / 2]).ShouldBe(expected, tolerance);
    }

    // The sum may not depend on which cell describes the crystal; 1e-11 is a hundred times the cutoff error.
    [Fact]
    public void A_conventional_cell_has_the_energy_of_its_primitive_cells()
    {
        foreach (var name in new[] { "rocksalt", "anatase", "corundum", "spinel" })
        {
            var prototype = PrototypeCatalog.All.Single(p => p.Name == name);
            var primitive = PrototypeCell.Primitive(prototype.Shapes[0], prototype.Centering);
            var conventional = PrototypeCell.Conventional(prototype.Shapes[0], prototype.Centering);
            (Energy(conventional) / conventional.Sites.Length).ShouldBe(Energy(primitive) / primitive.Sites.Length, 1e-11);
        }
    }

    // Moving all charges together changes nothing but rounding.
    [Fact]
    public void Energy_does_not_depend_on_the_origin()
    {
        var prototype = PrototypeCatalog.All.Single(static p => p.Name == "rutile");
        var cell = PrototypeCell.Primitive(prototype.Shapes[1], prototype.Centering);
        var energy = Energy(cell);
        Prop.ForAll(
                ArbMap.Default.ArbFor<NormalFloat>(),
                shift =>
                {
                    var step = shift.Item - Math.Floor(shift.Item);
                    var moved = cell with
                    {
                        Sites = [.. cell.Sites.Select(s => s with { Fractional = s.Fractional + new Vector3(step, 0.3 * step, 0.7) })],
                    };
                    Energy(moved).ShouldBe(energy, 1e-9);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static double Energy(PrototypeCell cell)
    {
        var potentials = EwaldSum.Potentials(cell.UnitLattice, [.. cell.Sites.Select(static s => s.Fractional)]);
        var charges = Charges(cell.Sites);
        double sum = 0;
        for (var i = 0; i < charges.Length; i++)
        for (var j = 0; j < charges.Length; j++)
            sum += 0.5 * charges[i] * charges[j] * potentials[i, j];
        return sum;
    }

    // Anions -1 each, cations share the rest evenly.
    private static double[] Charges(ImmutableArray<PrototypeSite> sites)
    {
        var cation = (double)sites.Count(static s => s.Role == SiteRole.X) / sites.Count(static s => s.Role != SiteRole.X);
        return [.. sites.Select(s => s.Role == SiteRole.X ? -1 : cation)];
    }

    private static double Madelung(Prototype prototype, PrototypeShape shape)
    {
        var cell = PrototypeCell.Primitive(shape, prototype.Centering);
        var geometry = ShapeGeometry.Of(prototype, shape);
        return -Energy(cell) * geometry.CationAnion[0] / geometry.FormulasPerCell;
    }
}
