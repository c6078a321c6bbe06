using System.Collections.Frozen;

namespace Tomography.Crystals;

/// <summary>Finds the meaning of a data name, in any case, with the dot of newer dictionaries or without.</summary>
internal static class CifTags
{
    private static readonly FrozenDictionary<string, CifTag>.AlternateLookup<ReadOnlySpan<char>> s_tags = Names()
        .SelectMany(static n =>
            (KeyValuePair<string, CifTag>[])[new(n.Category + '_' + n.Item, n.Tag), new(n.Category + '.' + n.Item, n.Tag)])
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static CifTag Find(ReadOnlySpan<char> name) => s_tags.TryGetValue(name, out var tag) ? tag : CifTag.Other;

    private static IEnumerable<(string Category, string Item, CifTag Tag)> Names()
    {
        yield return ("_cell", "formula_units_Z", CifTag.FormulaUnits);
        yield return ("_cell", "volume", CifTag.Volume);
        yield return ("_exptl_crystal", "density_diffrn", CifTag.Density);
        yield return ("_cell", "length_a", CifTag.LengthA);
        yield return ("_cell", "length_b", CifTag.LengthB);
        yield return ("_cell", "length_c", CifTag.LengthC);
        yield return ("_cell", "angle_alpha", CifTag.Alpha);
        yield return ("_cell", "angle_beta", CifTag.Beta);
        yield return ("_cell", "angle_gamma", CifTag.Gamma);
        yield return ("_symmetry_equiv", "pos_as_xyz", CifTag.Operation);
        yield return ("_symmetry_equiv_pos", "as_xyz", CifTag.Operation);
        yield return ("_space_group_symop", "operation_xyz", CifTag.Operation);
        yield return ("_space_group_symop_magn_operation", "xyz", CifTag.MagneticOperation);
        yield return ("_space_group_symop", "magn_operation_xyz", CifTag.MagneticOperation);
        yield return ("_space_group_symop_magn_centering", "xyz", CifTag.MagneticCentering);
        yield return ("_space_group_symop", "magn_centering_xyz", CifTag.MagneticCentering);
        yield return ("_symmetry", "space_group_name_H-M", CifTag.GroupName);
        yield return ("_space_group", "name_H-M_alt", CifTag.GroupName);
        yield return ("_space_group", "name_H-M", CifTag.GroupName);
        yield return ("_space_group", "name_H-M_full", CifTag.GroupName);
        yield return ("_symmetry", "Int_Tables_number", CifTag.GroupNumber);
        yield return ("_space_group", "IT_number", CifTag.GroupNumber);
        yield return ("_symmetry", "space_group_name_Hall", CifTag.GroupHall);
        yield return ("_space_group", "name_Hall", CifTag.GroupHall);
        yield return ("_symmetry", "space_group_name_Schoenflies", CifTag.GroupSchoenflies);
        yield return ("_space_group", "name_Schoenflies", CifTag.GroupSchoenflies);
        yield return ("_cell", "modulation_dimension", CifTag.Modulation);
        yield return ("_cell_wave_vector", "x", CifTag.Modulation);
        yield return ("_space_group_symop", "ssg_operation_algebraic", CifTag.Modulation);
        yield return ("_space_group_symop_magn_ssg_operation", "algebraic", CifTag.Modulation);
        yield return ("_space_group_symop", "magn_ssg_operation_algebraic", CifTag.Modulation);
        yield return ("_atom_site", "label", CifTag.Label);
        yield return ("_atom_site", "type_symbol", CifTag.TypeSymbol);
        yield return ("_atom_site", "fract_x", CifTag.FractX);
        yield return ("_atom_site", "fract_y", CifTag.FractY);
        yield return ("_atom_site", "fract_z", CifTag.FractZ);
        yield return ("_atom_site", "Cartn_x", CifTag.CartnX);
        yield return ("_atom_site", "Cartn_y", CifTag.CartnY);
        yield return ("_atom_site", "Cartn_z", CifTag.CartnZ);
        yield return ("_atom_site", "occupancy", CifTag.Occupancy);
        yield return ("_atom_site", "calc_flag", CifTag.CalcFlag);
        yield return ("_atom_site", "attached_hydrogens", CifTag.AttachedHydrogens);
        yield return ("_atom_site", "site_symmetry_multiplicity", CifTag.Multiplicity);
        yield return ("_atom_site", "symmetry_multiplicity", CifTag.Multiplicity);
        yield return ("_atom_site", "Wyckoff_symbol", CifTag.Wyckoff);
        yield return ("_atom_site", "Wyckoff_label", CifTag.Wyckoff);
        yield return ("_atom_type", "symbol", CifTag.AtomTypeSymbol);
        yield return ("_atom_type", "oxidation_number", CifTag.AtomTypeOxidation);
        yield return ("_chemical_formula", "sum", CifTag.FormulaSum);
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
                yield return ("_atom_sites_Cartn_tran_matrix", $"{i + 1}{j + 1}", CifTag.CartnMatrix11 + 3 * i + j);
            yield return ("_atom_sites_Cartn_tran_vector", $"{i + 1}", CifTag.CartnVector1 + i);
        }
    }
}
