using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// A property that follows from crystals, or from other properties, by a rule; it serves where a source does not state it. A further one is
/// one more of these in a list.
/// </summary>
/// <param name="Property">The property, as the catalogue knows it.</param>
/// <param name="How">The rule in a few words, for reports.</param>
internal abstract record Derivation(string Property, string How)
{
    /// <summary>The derivations of this program.</summary>
    public static ImmutableArray<Derivation> All { get; } =
    [
        new OfCrystal("density", "mass over volume of the cell", NeedsGeometry: true, c => CellContent.Density(c)),
        new OfCrystal("volume", "volume of the cell", NeedsGeometry: true, c => c.Lattice.Volume),
        new OfCrystal("number-of-sites", "sites of the cell", NeedsGeometry: true, c => c.Sites.Length),
        new OfCrystal("is-hubbard", "oxides and fluorides of Co, Cr, Fe, Mn, Mo, Ni, V and W, as in the Materials Project",
            NeedsGeometry: false, c => HubbardRule.IsApplied(c)),
        new OfCrystal("spacegroup-number", "symmetry that the sites have within 0.1 angstrom", NeedsGeometry: true,
            c => SpaceGroupFinder.Find(c) is { } number ? number - 1 : null),
        new OfCrystal("oxide-type", "distances between oxygen atoms, and to hydrogen, as in pymatgen", NeedsGeometry: true,
            c => OxideType.Of(c)),
        new OfColumn("energy", "energy per atom times sites", "energy-per-atom", (value, crystal) => value * crystal.Sites.Length),
        new OfColumn("energy-per-atom", "energy over sites", "energy", (value, crystal) => value / crystal.Sites.Length),
        new OfColumn(
            "spacegroup-crystal-system", "number of the space group", "spacegroup-number", (value, _) => CrystalSystem.Of((int)value + 1)),
        new OfCrystal("spacegroup-crystal-system", "symmetry that the sites have within 0.1 angstrom", NeedsGeometry: true,
            c => SpaceGroupFinder.Find(c) is { } number ? CrystalSystem.Of(number) : null),
    ];

    /// <summary>The property, as the catalogue knows it.</summary>
    public virtual Property Of(PropertyCatalogue catalogue) =>
        catalogue.Find(Property) ?? throw new ArgumentException($"The catalogue knows no {Property}.", nameof(catalogue));

    /// <summary>Whether it can be had of a table that lacks the property.</summary>
    /// <param name="table">What was read.</param>
    public abstract bool Applies(SourceTable table);

    /// <summary>The values over the materials of a table to which it applies.</summary>
    /// <param name="table">What was read.</param>
    public abstract ImmutableArray<double?> Values(SourceTable table);

    private sealed record OfCrystal(string Property, string How, bool NeedsGeometry, Func<Crystal, double?> Value)
        : Derivation(Property, How)
    {
        public override bool Applies(SourceTable table) => !(NeedsGeometry && table.HasFormulasOnly);

        public override ImmutableArray<double?> Values(SourceTable table)
        {
            var values = new double?[table.Materials.Length];
            Parallel.For(0, values.Length, i => values[i] = Value(table.Materials[i].Crystal));
            return ImmutableArray.Create(values);
        }
    }

    private sealed record OfColumn(string Property, string How, string From, Func<double, Crystal, double> Value)
        : Derivation(Property, How)
    {
        public override bool Applies(SourceTable table) => !table.HasFormulasOnly && ColumnOf(table) is not null;

        public override ImmutableArray<double?> Values(SourceTable table) =>
            [.. ColumnOf(table)!.Values.Select((v, i) => v is { } value ? Value(value, table.Materials[i].Crystal) : default(double?))];

        private SourceColumn? ColumnOf(SourceTable table) => table.Columns.FirstOrDefault(c => c.Property.Name.Value == From);
    }
}
