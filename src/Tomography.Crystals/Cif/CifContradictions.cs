using System.Globalization;

namespace Tomography.Crystals;

/// <summary>Tells where a crystal is not what its own file says of it.</summary>
/// <param name="text">The text.</param>
/// <param name="block">The block that the crystal was made of.</param>
/// <param name="problems">Takes what contradicts.</param>
internal sealed class CifContradictions(string text, CifBlock block, CifProblemList problems)
{
    /// <summary>Formulas are rounded, and so are occupancies: so much of the larger share is no contradiction.</summary>
    private const double Tolerance = 0.02;

    private const double LeastShare = 0.002;

    /// <summary>Tells.</summary>
    /// <param name="crystal">The crystal.</param>
    public void Tell(Crystal crystal)
    {
        if (block.First(CifTag.FormulaSum) is not { } token || StatedFormula.Parse(token.In(text).ToString()) is not { } stated) return;
        var atoms = Atoms(crystal);
        double statedSum = stated.Values.Sum(), sum = atoms.Values.Sum();
        foreach (var element in stated.Keys.Union(atoms.Keys).Order())
        {
            var (wanted, there) = (stated.GetValueOrDefault(element) / statedSum, atoms.GetValueOrDefault(element) / sum);
            if (Math.Abs(wanted - there) <= Tolerance * Math.Max(wanted, there) + LeastShare) continue;
            problems.Warn(
                token.Start,
                $"The file states the formula {Excerpt.Of(token.In(text).ToString().Trim(), 60)}, and its sites make {Written(atoms)}: "
                    + (there == 0 ? $"{ElementTable.SymbolOf(element)} is missing." : $"{ElementTable.SymbolOf(element)} differs."),
                "Correct the sites or the formula.",
                CrystalProblemKind.Contradiction);
            return;
        }

        // Some programs write the formula of the whole cell beside the formula units.
        if (block.First(CifTag.FormulaUnits) is { } z && CifNumber.TryParse(z.In(text), out var units) && units > 0
            && Differ(units * statedSum, sum) && Differ(statedSum, sum))
            problems.Warn(
                z.Start,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file states {units:0.##} formula units of {Excerpt.Of(token.In(text).ToString().Trim(), 60)}, "
                    + $"{units * statedSum:0.##} atoms, "
                        + $"and its sites make {sum:0.##}."),
                "Correct the sites, the symmetry or _cell_formula_units_Z.",
                CrystalProblemKind.Contradiction);
    }

    private static bool Differ(double a, double b) => Math.Abs(a - b) > Tolerance * Math.Max(a, b) + 0.5;

    private static Dictionary<int, double> Atoms(Crystal crystal)
    {
        var atoms = new Dictionary<int, double>();
        foreach (var occupant in crystal.Sites.SelectMany(s => s.Occupants))
            atoms[occupant.AtomicNumber] = atoms.GetValueOrDefault(occupant.AtomicNumber) + occupant.Occupancy;
        return atoms;
    }

    private static string Written(Dictionary<int, double> atoms) => string.Join(
        ' ',
        atoms.OrderBy(a => ElementTable.SymbolOf(a.Key), StringComparer.Ordinal)
            .Select(a => $"{ElementTable.SymbolOf(a.Key)}{a.Value.ToString("0.##", CultureInfo.InvariantCulture)}"));
}
