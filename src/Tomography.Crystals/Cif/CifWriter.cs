using System.Globalization;
using System.Text;

namespace Tomography.Crystals;

/// <summary>Writes ordered crystals as CIF texts without symmetry (P 1): every site of the cell is listed.</summary>
public static class CifWriter
{
    /// <summary>The text; lines end in LF. Read again it gives the same cell and sites, though perhaps another orientation of the cell.
    /// </summary>
    /// <param name="crystal">A crystal whose sites are filled by one element each.</param>
    /// <param name="name">Name of the data block: characters that are no blanks.</param>
    /// <exception cref="DisorderedCrystalException">A site is shared or partly empty.</exception>
    public static string Write(Crystal crystal, string name)
    {
        GraphChecks.Ordered(crystal);
        var text = new StringBuilder($"data_{name}\n_symmetry_space_group_name_H-M 'P 1'\n_symmetry_Int_Tables_number 1\n");
        var cell = CellParameters.Of(crystal.Lattice);
        foreach (var (item, value) in cell.Items) text.Append(CultureInfo.InvariantCulture, $"{item} {Number(value)}\n");
        text.Append(
            "loop_\n_symmetry_equiv_pos_as_xyz\n'x, y, z'\nloop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n"
                + "_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n");
        for (var i = 0; i < crystal.Sites.Length; i++)
        {
            var (place, occupant) = (crystal.Sites[i].Fractional, crystal.Sites[i].Occupants[0]);
            var symbol = ElementTable.SymbolOf(occupant.AtomicNumber);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{symbol}{i + 1} {symbol} {Number(place.X)} {Number(place.Y)} {Number(place.Z)} {Number(occupant.Occupancy)}\n");
        }

        return text.ToString();
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
