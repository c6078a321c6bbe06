using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Phantom;

/// <summary>What was drawn for a material.</summary>
/// <param name="Filling">Its formula.</param>
/// <param name="Geometry">Its prototype and shape.</param>
/// <param name="Strain">How far it is stretched.</param>
/// <param name="Cell">Its cell.</param>
/// <param name="Repeat">How often the cell is repeated.</param>
/// <param name="GroundEnergyPerAtomEv">The energy of the ground state of its formula, eV per atom.</param>
internal sealed record PhantomDraw(
    Filling Filling,
    ShapeGeometry Geometry,
    double Strain,
    PrototypeCell Cell,
    (int A, int B, int C) Repeat,
    double GroundEnergyPerAtomEv)
{
    private const int StructureStream = 2, CellStream = 4;

    private static readonly ImmutableArray<(int A, int B, int C)> Repeats =
        [(1, 1, 1), (1, 1, 2), (1, 2, 1), (2, 1, 1), (1, 1, 3), (2, 2, 1), (1, 2, 2), (2, 2, 2)];

    private double EdgeAngstrom => IonicModel.Edge(Geometry, Filling) * (1 + Strain);

    /// <summary>Draws a material.</summary>
    /// <param name="model">The model.</param>
    /// <param name="filling">Its formula.</param>
    /// <param name="seed">Seed of the phantom.</param>
    /// <param name="index">Its number from 0.</param>
    public static PhantomDraw Of(PhantomModel model, Filling filling, ulong seed, int index)
    {
        var random = new PhantomRandom(seed, index, StructureStream);
        var ground = model.GroundState(filling);
        var prototypes = model.Shapes[(int)filling.Rule.Stoichiometry];

        // A third of materials is in its ground state, the rest in any prototype; half of all in the best shape of it.
        var prototype = random.Unit() < 1.0 / 3 ? ground.Prototype : random.Below(prototypes.Length);
        var best = model.BestShape(filling, prototype).Shape;
        var shape = random.Unit() < 0.5 ? best : random.Below(prototypes[prototype].Length);
        var geometry = prototypes[prototype][shape];
        // Most strains are tiny, so that ground states reach the hull; none is above 2 percent; the linear part keeps them apart.
        var wide = 2 * random.Unit() - 1;
        var strain = 0.02 * wide * (0.05 + 0.95 * wide * wide);

        var cell = CellOf(geometry, ref random);
        return new(filling, geometry, strain, cell, RepeatOf(cell.Sites.Length, ref random), ground.EnergyPerAtomEv);
    }

    /// <summary>The same crystal in another cell.</summary>
    /// <param name="seed">Seed of the phantom.</param>
    /// <param name="number">Which other cell, from 0; every number has its own.</param>
    public PhantomDraw InOtherCell(ulong seed, int number)
    {
        var random = new PhantomRandom(seed, number, CellStream);
        var cell = CellOf(Geometry, ref random);
        return this with { Cell = cell, Repeat = RepeatOf(cell.Sites.Length, ref random) };
    }

    /// <summary>The crystal.</summary>
    public Crystal Crystal() => CrystalBuilder.Build(Cell, Filling, EdgeAngstrom, Repeat);

    /// <summary>Its properties.</summary>
    public PhantomProperties Measured() => PhantomMeasurement.Of(
        CrystalBuilder.LatticeOf(Cell, EdgeAngstrom, Repeat), Cell.Sites.Length * Repeat.A * Repeat.B * Repeat.C, Geometry, Filling,
        Strain, GroundEnergyPerAtomEv);

    private static PrototypeCell CellOf(ShapeGeometry geometry, ref PhantomRandom random)
    {
        var conventional = random.Unit() < 0.15 ? PrototypeCell.Conventional(geometry.Shape, geometry.Prototype.Centering) : null;
        return conventional?.Sites.Length <= PhantomGenerator.MaximumSites
            ? conventional!
            : PrototypeCell.Primitive(geometry.Shape, geometry.Prototype.Centering);
    }

    private static (int A, int B, int C) RepeatOf(int sites, ref PhantomRandom random)
    {
        var fitting = Repeats.Count(r => r.A * r.B * r.C * sites <= PhantomGenerator.MaximumSites);
        return random.Unit() < 0.55 ? Repeats[0] : Repeats[random.Below(fitting)];
    }
}
