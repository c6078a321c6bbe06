using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>
/// Generates synthetic materials whose information structure is known (docs/phantom.md): prototypes filled with ions, energies
/// from an ionic model, other properties from stated formulas. Material k depends on the settings and on k alone, so a smaller
/// phantom is the beginning of a larger one, and the same settings give the same bytes on any machine.
/// </summary>
public static class PhantomGenerator
{
    /// <summary>The most materials of one phantom.</summary>
    public const int MaximumMaterials = 100_000;

    /// <summary>No cell has more sites.</summary>
    public const int MaximumSites = 60;

    private const int RandomStream = 3;

    /// <summary>Generates a phantom.</summary>
    /// <param name="materials">How many materials, 1 to 100,000.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="materials"/> is out of range.</exception>
    public static ImmutableArray<PhantomMaterial> Generate(int materials, ulong seed) =>
        Generate(PhantomModel.Create(), new(materials, seed));

    /// <summary>Generates a phantom with a model that several phantoms share.</summary>
    /// <param name="model">The model.</param>
    /// <param name="settings">What it is made of.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of materials is out of range.</exception>
    /// <exception cref="ArgumentException">There are not so many formulas.</exception>
    public static ImmutableArray<PhantomMaterial> Generate(PhantomModel model, PhantomSettings settings)
    {
        if (settings.Materials is < 1 or > MaximumMaterials)
            throw new ArgumentOutOfRangeException(
                nameof(settings),
                settings.Materials,
                $"A phantom has 1 to {MaximumMaterials} materials, not {settings.Materials}.");
        var made = ImmutableArray.CreateBuilder<PhantomMaterial>(settings.Materials);
        var pool = new FormulaPool(settings);
        for (var k = 0; k < settings.Materials; k++) made.Add(Material(model, pool, settings, k));
        return made.MoveToImmutable();
    }

    /// <summary>One material of a phantom.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pool">The formulas of the phantom.</param>
    /// <param name="settings">What the phantom is made of.</param>
    /// <param name="index">Its number from 0.</param>
    public static PhantomMaterial Material(PhantomModel model, FormulaPool pool, PhantomSettings settings, int index)
    {
        var filling = pool.Of(index);
        var draw = PhantomDraw.Of(model, filling, settings.Seed, index);
        var random = new PhantomRandom(settings.Seed, index, RandomStream);
        var planted = ImmutableArray.CreateBuilder<double>(settings.RandomProperties);
        for (var n = 0; n < settings.RandomProperties; n++) planted.Add(PortableMath.RoundSignificant(random.Unit()));
        return new($"phantom-{index:D6}", draw.Crystal(), draw.Geometry.Prototype.Name, filling.Formula(), draw.Measured())
        {
            Planted = planted.MoveToImmutable(),
        };
    }
}
