using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// The properties that an experiment knows: the 13 of [T], with the names under which datasets are known to carry them, and those that it
/// declares itself. Columns beyond these become properties by what they hold.
/// </summary>
public sealed class PropertyCatalogue
{
    private PropertyCatalogue(ImmutableArray<Property> all, ImmutableArray<PropertyDeclaration> declared) =>
        (All, Declared) = (all, declared);

    /// <summary>The 13 of [T] alone.</summary>
    public static PropertyCatalogue Known { get; } = new(
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
            "symmetry.crystal_system",
            "crystal_system"),
        Classes(
            "spacegroup-number",
            "Number of the space group.",
            [.. Enumerable.Range(1, 230).Select(n => n.ToString())],
            "spacegroup.number",
            "symmetry.number",
            "space_group_it_number",
            "spg_number",
            "spacegroup_number"),
        Number(
            "total-magnetization", "Bohr magneton/f.u.", "Magnetic moment per formula unit.",
            "total_magnetization_normalized_formula_units", "magnetism.total_magnetization_normalized_formula_units",
            "total_magnetization"),
        Number("volume", "angstrom3", "Volume of the cell."),
    ],
    []);

    /// <summary>All properties: the known ones by name, then the declared ones as they stand in the experiment.</summary>
    public ImmutableArray<Property> All { get; }

    /// <summary>What the experiment declares.</summary>
    public ImmutableArray<PropertyDeclaration> Declared { get; }

    /// <summary>The catalogue with declarations, each in place of a known property of its name.</summary>
    /// <param name="declared">The declarations, each name once.</param>
    public PropertyCatalogue With(ImmutableArray<PropertyDeclaration> declared)
    {
        var names = declared.Select(d => d.Property.Name).ToHashSet();
        return new([.. All.Where(p => !names.Contains(p.Name)), .. declared.Select(d => d.Property)], declared);
    }

    /// <summary>The property of a name or alias (case ignored), or null where the catalogue has none.</summary>
    public Property? Find(string nameOrAlias)
    {
        foreach (var property in All)
            if (Is(property.Name.Value, nameOrAlias) || property.Aliases.Any(a => Is(a, nameOrAlias)))
                return property;
        return null;
    }

    /// <summary>
    /// The name that a user means: a property's name or alias, the exact name of a declared column, or the name of a property that only
    /// the dataset knows. Null where the text can be none of these.
    /// </summary>
    public PropertyName? NameOf(string text)
    {
        if (Find(text) is { } known) return known.Name;
        if (Declared.FirstOrDefault(d => d.Column == text) is { } declared) return declared.Property.Name;
        return PropertyName.IsValid(text) && !text.EndsWith('\n') ? new(text) : null;
    }

    /// <summary>What a column of a dataset is declared to be: none, one, or several properties.</summary>
    /// <param name="column">The column's name.</param>
    public IEnumerable<PropertyDeclaration> DeclaredFor(string column) =>
        Declared.Where(d => d.Columns is not null ? false
            : d.Column is { } wanted ? wanted == column
            : (Find(column) ?? ColumnProperty.Of(column))?.Name == d.Property.Name);

    /// <summary>The name of the property nearest to a text, or null where none resembles it.</summary>
    public string? Nearest(string text) => Suggestion.Nearest(text, All.Select(p => p.Name.Value));

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static Property Number(string name, string unit, string description, params ReadOnlySpan<string> aliases) =>
        new(new(name), unit, PropertyKind.Number, [], [.. aliases], description);

    private static Property Classes(string name, string description, ImmutableArray<string> classes, params ReadOnlySpan<string> aliases) =>
        new(new(name), "", PropertyKind.Classes, classes, [.. aliases], description);
}

