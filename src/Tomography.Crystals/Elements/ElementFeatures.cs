using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>
/// The built-in element features: 92 zeros and ones per element, binned as in the supplement of CGCNN (Xie and Grossman 2018, table S2).
/// </summary>
public static class ElementFeatures
{
    private const int Bins = 10;

    /// <summary>
    /// Per element, one-hot: group 18, period 8, electronegativity 10, covalent radius 10, valence electrons 12, log10 of first
    /// ionization energy 10, electron affinity 10, block 4, log10 of molar volume 10. An unknown value leaves its part zero.
    /// </summary>
    public static ElementFeatureTable BuiltIn { get; } = new(92, ElementTable.All.ToFrozenDictionary(e => e.AtomicNumber, FeaturesOf));

    private static ImmutableArray<double> FeaturesOf(Element element)
    {
        var row = ImmutableArray.CreateBuilder<double>(92);
        AddOneHot(row, 18, element.Group - 1);
        AddOneHot(row, 8, element.Period - 1);
        AddBinned(row, element.Electronegativity, 0.5, 4.0);
        AddBinned(row, element.CovalentRadiusAngstrom, 0.25, 2.5);
        AddOneHot(row, 12, element.ValenceElectrons - 1);
        AddBinned(row, Log10(element.FirstIonizationEnergyElectronVolt), Math.Log10(3.5), Math.Log10(25));
        AddBinned(row, element.ElectronAffinityElectronVolt, -3.0, 3.7);
        AddOneHot(row, 4, "spdf".IndexOf(element.Block, StringComparison.Ordinal));
        AddBinned(row, Log10(element.MolarVolumeCubicCentimetre), Math.Log10(4), Math.Log10(75));
        return row.MoveToImmutable();
    }

    private static double? Log10(double? value) => value is { } v ? Math.Log10(v) : null;

    private static void AddBinned(ImmutableArray<double>.Builder row, double? value, double low, double high) =>
        AddOneHot(row, Bins, value is { } v ? (int)((v - low) / (high - low) * Bins) : null);

    // A value beyond the range falls into the first or last place.
    private static void AddOneHot(ImmutableArray<double>.Builder row, int length, int? place)
    {
        var hot = place is { } p ? Math.Clamp(p, 0, length - 1) : -1;
        for (var i = 0; i < length; i++) row.Add(i == hot ? 1 : 0);
    }
}
