using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// <c>total_magnetization</c> is per cell in the documents of the Materials Project since 2022 and per formula unit in the older ones,
/// which the names beside it tell apart; here it is per formula unit.
/// </summary>
internal static class MagnetizationUnit
{
    private const string Column = "total_magnetization";

    private const string PerFormulaUnit = "total_magnetization_normalized_formula_units";

    private static readonly PropertyName s_property = new("total-magnetization");

    private static readonly string[] s_new =
    [
        "formula_pretty", "symmetry.number", "symmetry.crystal_system", "energy_above_hull", "is_stable", "theoretical",
        "total_magnetization_normalized_vol", PerFormulaUnit, "uncorrected_energy_per_atom",
    ];

    private static readonly string[] s_old = ["pretty_formula", "e_above_hull", "spacegroup.number", "spacegroup.crystal_system"];

    /// <summary>Whether a column is of no use because another states the same per formula unit.</summary>
    public static bool IsSuperseded(string column, IEnumerable<string> names) => column == Column && names.Contains(PerFormulaUnit);

    /// <summary>The columns, with the magnetization per formula unit.</summary>
    /// <param name="columns">What was read.</param>
    /// <param name="materials">The materials.</param>
    /// <param name="names">Names of all columns of the source.</param>
    /// <param name="catalogue">The properties that are known and declared; what is declared is as it is declared.</param>
    /// <param name="problems">Takes a note of what was done.</param>
    public static ImmutableArray<SourceColumn> Apply(
        ImmutableArray<SourceColumn> columns, ImmutableArray<Material> materials, IReadOnlyCollection<string> names,
        PropertyCatalogue catalogue, DataProblemList problems)
    {
        var at = columns.Select(c => c.Property.Name).ToList().IndexOf(s_property);
        if (at < 0 || catalogue.Declared.Any(d => d.Property.Name == s_property)) return columns;
        if (columns[at].Column != Column || !s_new.Any(names.Contains) || s_old.Any(names.Contains)) return columns;
        problems.Add(
            DataProblemKind.HowRead,
            $"{Column} is per cell, as the names beside it tell, and was divided by the formula units of the cell; declare "
                + "total-magnetization under 'properties' where it is otherwise");
        var values = columns[at].Values
            .Select((v, i) => v is { } value ? value / CellContent.FormulaUnits(materials[i].Crystal) : default(double?));
        return columns.SetItem(at, columns[at] with { Values = [.. values] });
    }
}
