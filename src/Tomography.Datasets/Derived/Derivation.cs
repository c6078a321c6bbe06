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
        new OfCrystal("density", "mass over volume of the cell", NeedsGeometry: true, CellContent.Density),
        new OfCrystal("volume", "volume of the cell", NeedsGeometry: true, c => c.Lattice.Volume),
        new OfCrystal("number-of-sites", "sites of the cell", NeedsGeometry: true, c => c.Sites.Length),
        new OfCrystal("is-hubbard", "oxides and fluorides of Co, Cr, Fe, Mn, Mo, Ni, V and W, as in the Materials Project",
            NeedsGeometry: false, HubbardRule.IsApplied),
        new OfCrystal("oxide-type", "distances between oxygen atoms, and to hydrogen, as in pymatgen", NeedsGeometry: true, OxideType.Of),
        new OfColumn("energy", "energy per atom times sites", "energy-per-atom", (value, crystal) => value * crystal.Sites.Length),
        new OfColumn("energy-per-atom", "energy over sites", "energy", (value, crystal) => value / crystal.Sites.Length),
        new OfColumn(
            "spacegroup-crystal-system", "number of the space group", "spacegroup-number", (value, _) => CrystalSystem.Of((int)value + 1)),
    ];

    /// <summary>The column for a table that lacks the property; null where it cannot be had.</summary>
    /// <param name="table">What was read.</param>
    public abstract ImmutableArray<double?>? Column(SourceTable table);

    private sealed record OfCrystal(string Property, string How, bool NeedsGeometry, Func<Crystal, double> Value)
        : Derivation(Property, How)
    {
        public override ImmutableArray<double?>? Column(SourceTable table)
        {
            if (NeedsGeometry && table.HasFormulasOnly) return null;
            var values = new double?[table.Materials.Length];
            Parallel.For(0, values.Length, i => values[i] = Value(table.Materials[i].Crystal));
            return ImmutableArray.Create(values);
        }
    }

    private sealed record OfColumn(string Property, string How, string From, Func<double, Crystal, double> Value)
        : Derivation(Property, How)
    {
        public override ImmutableArray<double?>? Column(SourceTable table) =>
            !table.HasFormulasOnly && table.Columns.FirstOrDefault(c => c.Property.Name.Value == From) is { } from
                ? [.. from.Values.Select((v, i) => v is { } value ? Value(value, table.Materials[i].Crystal) : default(double?))]
                : null;
    }
}
