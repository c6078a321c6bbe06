using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>
/// Generates synthetic materials whose information structure is known (docs/phantom.md): prototypes filled with ions, energies
/// from an ionic model, other properties from stated formulas. Material k depends on the seed and on k alone, so a smaller
/// phantom is the beginning of a larger one, and the same seed gives the same bytes on any machine.
/// </summary>
public static class PhantomGenerator
{
    /// <summary>The most materials of one phantom.</summary>
    public const int MaximumMaterials = 100_000;

    /// <summary>No cell has more sites.</summary>
    public const int MaximumSites = 60;

    // A quarter of materials takes the formula of one of the hundred before it.
    private const double CopyShare = 0.25;
    private const int CopyReach = 100;

    private const int CopyStream = 0, FormulaStream = 1, StructureStream = 2;

    private static readonly ImmutableArray<(int A, int B, int C)> Repeats =
        [(1, 1, 1), (1, 1, 2), (1, 2, 1), (2, 1, 1), (1, 1, 3), (2, 2, 1), (1, 2, 2), (2, 2, 2)];

    /// <summary>Generates a phantom.</summary>
    /// <param name="materials">How many materials, 1 to 100,000.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="materials"/> is out of range.</exception>
    public static ImmutableArray<PhantomMaterial> Generate(int materials, ulong seed) => Generate(PhantomModel.Create(), materials, seed);

    /// <summary>Generates a phantom with a model that several phantoms share.</summary>
    /// <param name="model">The model.</param>
    /// <param name="materials">How many materials, 1 to 100,000.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="materials"/> is out of range.</exception>
    public static ImmutableArray<PhantomMaterial> Generate(PhantomModel model, int materials, ulong seed)
    {
        if (materials is < 1 or > MaximumMaterials)
            throw new ArgumentOutOfRangeException(
                nameof(materials),
                materials,
                $"A phantom has 1 to {MaximumMaterials} materials, not {materials}.");
        var made = ImmutableArray.CreateBuilder<PhantomMaterial>(materials);
        for (var k = 0; k < materials; k++) made.Add(Material(model, seed, k));
        return made.MoveToImmutable();
    }

    /// <summary>One material of a phantom.</summary>
    /// <param name="model">The model.</param>
    /// <param name="seed">Seed of the phantom.</param>
    /// <param name="index">Its number from 0.</param>
    public static PhantomMaterial Material(PhantomModel model, ulong seed, int index)
    {
        var filling = Formula(seed, index);
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

        var cell = Cell(geometry, ref random);
        var edge = IonicModel.Edge(geometry, filling) * (1 + strain);
        var crystal = CrystalBuilder.Build(cell, filling, edge, Repeat(cell.Sites.Length, ref random));
        return new(
            $"phantom-{index:D6}",
            crystal,
            geometry.Prototype.Name,
            filling.Formula(),
            PhantomMeasurement.Of(crystal, geometry, filling, strain, ground.EnergyPerAtomEv));
    }

    /// <summary>The formula of a material, with its charges.</summary>
    /// <param name="seed">Seed of the phantom.</param>
    /// <param name="index">Number of the material from 0.</param>
    public static Filling Formula(ulong seed, int index)
    {
        while (index > 0)
        {
            var copy = new PhantomRandom(seed, index, CopyStream);
            if (copy.Unit() >= CopyShare) break;
            index -= 1 + copy.Below(Math.Min(index, CopyReach));
        }

        var random = new PhantomRandom(seed, index, FormulaStream);
        return FillingDraw.Next(ref random);
    }

    private static PrototypeCell Cell(ShapeGeometry geometry, ref PhantomRandom random)
    {
        var conventional = random.Unit() < 0.15 ? PrototypeCell.Conventional(geometry.Shape, geometry.Prototype.Centering) : null;
        return conventional?.Sites.Length <= MaximumSites
            ? conventional!
            : PrototypeCell.Primitive(geometry.Shape, geometry.Prototype.Centering);
    }

    private static (int A, int B, int C) Repeat(int sites, ref PhantomRandom random)
    {
        var fitting = Repeats.Count(r => r.A * r.B * r.C * sites <= MaximumSites);
        return random.Unit() < 0.55 ? Repeats[0] : Repeats[random.Below(fitting)];
    }
}
