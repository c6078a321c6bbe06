using System.Globalization;

namespace Tomography.Crystals;

/// <summary>Tells where a crystal is not what its own file says of it.</summary>
/// <param name="text">The text.</param>
/// <param name="block">The block that the crystal was made of.</param>
/// <param name="problems">Takes what contradicts.</param>
internal sealed class CifContradictions(string text, CifBlock block, CifProblemList problems)
{
    /// <summary>Tells.</summary>
    /// <param name="crystal">The crystal.</param>
    public void Tell(Crystal crystal)
    {
        var content = new CrystalContent(crystal);
        var isOther = TellComposition(content);
        TellVolume(content);
        // The density of another composition is another one.
        if (!isOther) TellDensity(content);
    }

    private bool TellComposition(CrystalContent content)
    {
        if (block.First(CifTag.FormulaSum) is not { } token
            || FormulaText.Parse(token.In(text).Trim(" \t\r\n'\"").ToString()) is not { } stated)
            return false;
        var formula = Excerpt.Of(token.In(text).ToString().Trim(), 60);
        if (content.Difference(stated) is { } difference)
        {
            problems.Warn(
                token.Start,
                $"The file states the formula {formula}, and its sites make {content.Formula}: {difference}",
                "Correct the sites or the formula.",
                CrystalProblemKind.Contradiction);
            return true;
        }

        // Some programs write the formula of the whole cell beside the formula units.
        var sum = stated.Values.Sum();
        if (Number(CifTag.FormulaUnits) is not { } z || !content.HasOtherAtoms(z.Value * sum) || !content.HasOtherAtoms(sum)) return false;
        problems.Warn(
            z.Start,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The file states {z.Value:0.##} formula units of {formula}, {z.Value * sum:0.##} atoms, and its sites make "
                    + $"{content.Atoms:0.##}."),
            "Correct the sites, the symmetry or _cell_formula_units_Z.",
            CrystalProblemKind.Contradiction);
        return true;
    }

    private void TellVolume(CrystalContent content)
    {
        if (Number(CifTag.Volume) is not { } volume || !content.HasOtherVolume(volume.Value)) return;
        problems.Warn(
            volume.Start,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The file states a volume of {volume.Value:0.##} A3, and its lengths and angles make {content.Volume:0.##} A3"
                    + $"{CellFactor.Cause(volume.Value, content.Volume)}."),
            "Correct the cell or _cell_volume.");
    }

    private void TellDensity(CrystalContent content)
    {
        if (Number(CifTag.Density) is not { } density || !content.HasOtherDensity(density.Value)) return;
        problems.Warn(
            density.Start,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The file states a density of {density.Value:0.###} g/cm3, and its cell and sites make {content.Density:0.###} g/cm3"
                    + $"{CellFactor.Times(density.Value, content.Density)}."),
            "Correct the sites, the cell or _exptl_crystal_density_diffrn.");
    }

    // Above 0; others state nothing.
    private (double Value, int Start)? Number(CifTag tag) =>
        block.First(tag) is { } token && CifNumber.TryParse(token.In(text), out var value) && value > 0 ? (value, token.Start) : null;
}
