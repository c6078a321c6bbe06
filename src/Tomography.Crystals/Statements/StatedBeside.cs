using System.Globalization;

namespace Tomography.Crystals;

/// <summary>What documents and tables state beside a crystal, by the names that databases use, held against the crystal.</summary>
internal static class StatedBeside
{
    private static readonly string[] s_sites =
        ["nsites", "nat", "natoms", "num_sites", "number_of_sites", "number-of-sites"];

    private static readonly string[] s_volume = ["volume", "volume_cell", "cell_volume"];
    private static readonly string[] s_density = ["density"];
    private static readonly string[] s_formula =
        ["pretty_formula", "formula_pretty", "chemical_formula_reduced", "reduced_formula", "full_formula", "formula", "composition"];

    // Amounts by element, in a field each.
    private static readonly string[] s_amounts = ["composition.", "composition_reduced.", "unit_cell_formula."];

    /// <summary>Whether a value of this name says something that a crystal can be held against.</summary>
    public static bool Says(string name) =>
        Is(name, s_sites) || Is(name, s_volume) || Is(name, s_density) || Is(name, s_formula)
        || s_amounts.Any(a => name.StartsWith(a, StringComparison.OrdinalIgnoreCase));

    /// <summary>What of the values the crystal does not have.</summary>
    /// <param name="values">Values by name; those that say nothing of a crystal are passed over.</param>
    /// <param name="crystal">The crystal.</param>
    public static IEnumerable<StatedDifference> Differences(IReadOnlyList<KeyValuePair<string, string>> values, Crystal crystal)
    {
        if (!values.Any(v => Says(v.Key))) yield break;
        var content = new CrystalContent(crystal);
        if (Formula(values, content) is { } formula)
        {
            // Density and numbers of sites follow from it.
            yield return formula;
            yield break;
        }

        var (sites, volume) = (Number(values, s_sites), Number(values, s_volume));
        var (hasSites, hasVolume) = (sites is { } n && n.Value != content.Sites, volume is { } v && content.HasOtherVolume(v.Value));
        var isOneCell = hasSites && hasVolume
            && CellFactor.Whole(sites!.Value.Value / content.Sites) == CellFactor.Whole(volume!.Value.Value / content.Volume)
            && CellFactor.Whole(content.Sites / sites.Value.Value) == CellFactor.Whole(content.Volume / volume.Value.Value);
        if (hasSites)
        {
            var cause = isOneCell || volume is null ? CellFactor.Cause(sites!.Value.Value, content.Sites) : "";
            yield return new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{sites!.Value.Name} is {sites.Value.Value:0.##}, and the cell has {content.Sites} sites{cause}."),
                IsContradiction: false);
        }

        if (hasVolume)
        {
            var cause = isOneCell || sites is null ? CellFactor.Cause(volume!.Value.Value, content.Volume) : "";
            yield return new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{volume!.Value.Name} is {volume.Value.Value:0.##} A3, and the cell has {content.Volume:0.##} A3{cause}."),
                IsContradiction: false);
        }

        if (Number(values, s_density) is { } density && content.HasOtherDensity(density.Value))
            yield return new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{density.Name} is {density.Value:0.###} g/cm3, and the crystal has {content.Density:0.###} g/cm3."),
                IsContradiction: false);
    }

    private static StatedDifference? Formula(IReadOnlyList<KeyValuePair<string, string>> values, CrystalContent content)
    {
        foreach (var (name, text) in values.Where(v => Is(v.Key, s_formula)))
            if (FormulaText.Parse(text) is { } stated && content.Difference(stated) is { } difference)
                return Of(name, text, content, difference);
        foreach (var field in s_amounts)
        {
            var text = string.Concat(
                values.Where(v => v.Key.StartsWith(field, StringComparison.OrdinalIgnoreCase))
                    .Select(v => v.Key[field.Length..] + v.Value));
            if (text.Length > 0 && FormulaText.Parse(text) is { } stated && content.Difference(stated) is { } difference)
                return Of(field[..^1], text, content, difference);
        }

        return null;
    }

    private static StatedDifference Of(string name, string formula, CrystalContent content, string difference) => new(
        $"{name} is {Excerpt.Of(formula.Trim(), 60)}, and the sites make {content.Formula}: {difference}", IsContradiction: true);

    private static (string Name, double Value)? Number(IReadOnlyList<KeyValuePair<string, string>> values, string[] names)
    {
        foreach (var (name, text) in values)
            if (Is(name, names)
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
                return (name, value);
        return null;
    }

    private static bool Is(string name, string[] names) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
