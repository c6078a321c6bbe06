using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Phantom;

/// <summary>A phantom as a dataset with all 13 properties of the study of [T].</summary>
public static class PhantomDataset
{
    /// <summary>Generates a phantom.</summary>
    /// <param name="materials">How many materials, 1 to <see cref="PhantomGenerator.MaximumMaterials"/>.</param>
    /// <param name="seed">Same seed, same materials; fewer materials are the first of more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of materials is out of range.</exception>
    public static Dataset Create(int materials, ulong seed)
    {
        var generated = PhantomGenerator.Generate(materials, seed);
        return new(
            $"phantom of {materials} materials, seed {seed}", IsSynthetic: true,
            [.. generated.Select(m => new Material(m.Id, Formula.Reduced(m.Crystal), m.Crystal))],
            [.. PropertyCatalogue.Known.All.Select(p => new PropertyColumn(p, [.. generated.Select(m => ValueOf(p, m.Properties))]))],
            ElementFeatures.BuiltIn);
    }

    private static double ValueOf(Property property, PhantomProperties of) => property.Name.Value switch
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
