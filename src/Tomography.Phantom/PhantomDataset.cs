using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Phantom;

/// <summary>A phantom as a dataset with all 13 properties of the study of [T].</summary>
public static class PhantomDataset
{
    // Streams of a material below are those of its making.
    private const int MissingStream = 1000;

    /// <summary>Generates a phantom of formulas as they come.</summary>
    /// <param name="materials">How many materials, 1 to <see cref="PhantomGenerator.MaximumMaterials"/>.</param>
    /// <param name="seed">Same seed, same materials; fewer materials are the first of more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of materials is out of range.</exception>
    public static Dataset Create(int materials, ulong seed) => Create(new(materials, seed));

    /// <summary>Generates a phantom.</summary>
    /// <param name="settings">What it is made of.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of materials is out of range.</exception>
    /// <exception cref="ArgumentException">There are not so many formulas.</exception>
    public static Dataset Create(PhantomSettings settings)
    {
        var generated = PhantomGenerator.Generate(PhantomModel.Create(), settings);
        return new(
            NameOf(settings), IsSynthetic: true,
            [.. generated.Select(m => new Material(m.Id, Formula.Reduced(m.Crystal), m.Crystal))],
            [
                .. PropertyCatalogue.Known.All.Select(p => new PropertyColumn(p, [.. generated.Select(m => ValueOf(p, m.Properties))]))
                    .Concat(settings.Planted.Select((p, n) => new PropertyColumn(p, [.. generated.Select(m => m.Planted[n])])))
                    .Select((column, place) => WithGaps(column, place, settings)),
            ],
            ElementFeatures.BuiltIn);
    }

    // Each property has a stream of its own, so that leaving out one changes nothing of another.
    private static PropertyColumn WithGaps(PropertyColumn column, int place, PhantomSettings settings) =>
        settings.Missing.FirstOrDefault(m => m.Property == column.Property.Name) is not { } missing ? column
        : column with
        {
            Values =
            [
                .. column.Values.Select((value, material) =>
                    new PhantomRandom(settings.Seed, material, MissingStream + place).Unit() < missing.Share ? double.NaN : value),
            ],
        };

    private static string NameOf(PhantomSettings settings)
    {
        var types = settings.FormulaTypes.IsEmpty ? "" : $" {string.Join(" and ", settings.FormulaTypes)}";
        var formulas = settings.Formulas is { } count ? $" of {count}{types} formulas" : types.Length > 0 ? $" of{types} formulas" : "";
        return FormattableString.Invariant($"phantom of {settings.Materials} materials{formulas}, seed {settings.Seed}");
    }

    /// <summary>The value of a property as a dataset has it: a number, or the number of a class.</summary>
    /// <exception cref="InvalidOperationException">The phantom has no such property.</exception>
    internal static double ValueOf(Property property, PhantomProperties of) => property.Name.Value switch
    {
        "band-gap" => of.BandGapEv,
        "density" => of.DensityGramPerCm3,
        "e-above-hull" => of.EnergyAboveHullEv,
        "energy" => of.EnergyEv,
        "energy-per-atom" => of.EnergyPerAtomEv,
        "formation-energy-per-atom" => of.FormationEnergyPerAtomEv,
        "number-of-sites" => of.NumberOfSites,
        "total-magnetization" => of.TotalMagnetization,
        "volume" => of.VolumeCubicAngstrom,
        "is-hubbard" => Class(property, of.IsHubbard.ToString()),
        "oxide-type" => Class(property, of.Oxide.ToString()),
        "spacegroup-crystal-system" => Class(property, of.System.ToString()),
        "spacegroup-number" => of.SpaceGroupNumber - 1,
        _ => throw new InvalidOperationException($"The phantom has no {property.Name}."),
    };

    private static int Class(Property property, string value)
    {
        for (var i = 0; i < property.Classes.Length; i++)
            if (property.Classes[i].Equals(value, StringComparison.OrdinalIgnoreCase))
                return i;
        throw new InvalidOperationException($"{value} is no class of {property.Name}.");
    }
}
