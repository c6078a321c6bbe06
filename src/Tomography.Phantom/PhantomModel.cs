using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>The geometry of every shape of every prototype, computed once: what generation works with.</summary>
/// <param name="Shapes">Per formula type, in the order of <see cref="Stoichiometry"/>, per prototype, its shapes.</param>
public sealed record PhantomModel(ImmutableArray<ImmutableArray<ImmutableArray<ShapeGeometry>>> Shapes)
{
    /// <summary>Computes the geometries of <see cref="PrototypeCatalog"/>; takes a second or two.</summary>
    public static PhantomModel Create() => new(
    [
        .. FormulaRules.All.Select(static rule => ImmutableArray.CreateRange(PrototypeCatalog.All
            .Where(p => p.Stoichiometry == rule.Stoichiometry)
            .Select(static p => ImmutableArray.CreateRange(p.Shapes.Select(s => ShapeGeometry.Of(p, s)))))),
    ]);

    /// <summary>Prototype, shape and energy in eV per atom of the ground state of a formula.</summary>
    public (int Prototype, int Shape, double EnergyPerAtomEv) GroundState(Filling filling)
    {
        (int Prototype, int Shape, double Energy) best = (0, 0, double.PositiveInfinity);
        var prototypes = Shapes[(int)filling.Rule.Stoichiometry];
        for (var p = 0; p < prototypes.Length; p++)
        {
            var (shape, energy) = BestShape(filling, p);
            if (energy < best.Energy) best = (p, shape, energy);
        }

        return best;
    }

    /// <summary>Shape of least energy of one prototype for a formula, and its energy in eV per atom.</summary>
    public (int Shape, double EnergyPerAtomEv) BestShape(Filling filling, int prototype)
    {
        (int Shape, double Energy) best = (0, double.PositiveInfinity);
        var shapes = Shapes[(int)filling.Rule.Stoichiometry][prototype];
        for (var s = 0; s < shapes.Length; s++)
        {
            var energy = IonicModel.EnergyPerAtom(shapes[s], filling, 0);
            if (energy < best.Energy) best = (s, energy);
        }

        return best;
    }
}
