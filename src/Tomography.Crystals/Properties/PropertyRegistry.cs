using System.Collections.Immutable;
using System.Text;

namespace Tomography.Crystals;

/// <summary>The 13 properties of [T], with the names under which datasets are known to carry them.</summary>
public static class PropertyRegistry
{
    /// <summary>All known properties, by name.</summary>
    public static ImmutableArray<Property> All { get; } =
    [
        Number("band-gap", "eV", "Electronic band gap.", "band_gap", "bandgap"),
        Number("density", "g/cm3", "Mass per volume."),
        Number("e-above-hull", "eV/atom", "Energy above the convex hull of stable phases.", "e_above_hull", "energy_above_hull"),
        Number("energy", "eV", "Total energy of the cell.", "final_energy"),
        Number("energy-per-atom", "eV/atom", "Total energy per atom.", "energy_per_atom", "final_energy_per_atom"),
        Number("formation-energy-per-atom", "eV/atom", "Energy of formation from the elements, per atom.", "formation_energy_per_atom"),
        Classes("is-hubbard", "Whether a Hubbard U was applied in the calculation.", ["False", "True"], "is_hubbard"),
        Number("number-of-sites", "", "Number of sites in the cell.", "nsites", "number_of_sites"),
        Classes("oxide-type", "Kind of oxygen bonding.", ["None", "hydroxide", "oxide", "ozonide", "peroxide", "superoxide"], "oxide_type"),
        Classes(
            "spacegroup-crystal-system",
            "Crystal system of the space group.",
            ["triclinic", "monoclinic", "orthorhombic", "tetragonal", "trigonal", "hexagonal", "cubic"],
            "spacegroup.crystal_system",
            "crystal_system"),
        Classes(
            "spacegroup-number",
            "Number of the space group.",
            [.. Enumerable.Range(1, 230).Select(n => n.ToString())],
            "spacegroup.number",
            "spacegroup_number"),
        Number("total-magnetization", "Bohr magneton/f.u.", "Magnetic moment per formula unit.", "total_magnetization"),
        Number("volume", "angstrom3", "Volume of the cell."),
    ];

    /// <summary>The property of a name or alias (case ignored), or null where the registry has none.</summary>
    public static Property? Find(string nameOrAlias)
    {
        foreach (var property in All)
            if (Is(property.Name.Value, nameOrAlias) || property.Aliases.Any(a => Is(a, nameOrAlias)))
                return property;
        return null;
    }

    /// <summary>The name of the known property nearest to a text, or null where none resembles it.</summary>
    public static string? Nearest(string text) => Suggestion.Nearest(text, All.Select(p => p.Name.Value));

    /// <summary>
    /// The index of a class in <see cref="Property.Classes"/>, or null where the text is none of them. Case is ignored; a property of the
    /// classes False and True also takes 0 and 1; numbered classes also take whole numbers like <c>225.0</c>.
    /// </summary>
    public static int? ClassIndex(Property property, string text)
    {
        var word = text.AsSpan().Trim();
        for (var i = 0; i < property.Classes.Length; i++)
            if (word.Equals(property.Classes[i], StringComparison.OrdinalIgnoreCase))
                return i;
        if (!CifNumber.TryParse(word, out var number) || number != Math.Floor(number) || Math.Abs(number) > 1e6) return null;
        if (property.Classes is ["False", "True"]) return number is 0 or 1 ? (int)number : null;
        var index = property.Classes.IndexOf(((int)number).ToString());
        return index < 0 ? null : index;
    }

    /// <summary>
    /// A numeric property for a column that the registry does not know, named by the column in lower case words joined by hyphens
    /// (<c>bulkModulus_VRH</c> becomes <c>bulk-modulus-vrh</c>); null where that leaves no valid name.
    /// </summary>
    public static Property? FromColumn(string column)
    {
        var name = new StringBuilder();
        for (var i = 0; i < column.Length; i++)
        {
            var c = column[i];
            if (!char.IsAsciiLetterOrDigit(c))
            {
                if (name.Length > 0 && name[^1] != '-') name.Append('-');
                continue;
            }

            // A capital starts a word, but not in units like eV.
            if (char.IsAsciiLetterUpper(c) && i > 1 && char.IsAsciiLetterLower(column[i - 1]) && char.IsAsciiLetterLower(column[i - 2]))
                name.Append('-');
            name.Append(char.ToLowerInvariant(c));
        }

        var text = name.ToString().Trim('-');
        return PropertyName.IsValid(text)
            ? new(new(text), "", PropertyKind.Number, [], [column], $"Column {column} of the dataset.")
            : null;
    }

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static Property Number(string name, string unit, string description, params ReadOnlySpan<string> aliases) =>
        new(new(name), unit, PropertyKind.Number, [], [.. aliases], description);

    private static Property Classes(string name, string description, ImmutableArray<string> classes, params ReadOnlySpan<string> aliases) =>
        new(new(name), "", PropertyKind.Classes, classes, [.. aliases], description);
}
