using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Crystals.Tests;

/// <summary>CIF files of the kinds that users brought: each is read, told of, or refused for its own cause.</summary>
public class CasesOfUsersBehave
{
    /// <summary>Each file with what its sites make, where it has one crystal, and part of what is told first, if anything is.</summary>
    public static TheoryData<string, string?, string?> Cases => new()
    {
        { "c04_cif/01_hm_only.cif", "Cl4 Na4", null },
        { "c04_cif/02_hall_only.cif", "Cl4 Na4", null },
        { "c04_cif/03_number_only.cif", "Cl4 Na4", null },
        { "c04_cif/04_hm_and_xyz_only_P1.cif", "Cl1 Na1", "lists 1 symmetry operation, but F m -3 m has 192" },
        { "c04_cif/05_no_symmetry_at_all_formula_says_4.cif", "Cl1 Na1", "4 formula units of Na4 Cl4, 32 atoms, and its sites make 2" },
        { "c04_cif/07_schoenflies.cif", "Cl4 Na4", null },
        { "c04_cif/10_deuterium.cif", "H1 Na1", null },
        { "c04_cif/11_attached_h.cif", "C1 O1", "3 hydrogen atoms are attached here without coordinates" },
        { "c04_cif/13_questionmark_z.cif", null, "'?' is not a coordinate" },
        { "c04_cif/14_dot_z.cif", "Cl1 Na1", "A coordinate is '.', which was read as its default 0" },
        { "c04_cif/15_bom_crlf.cif", "Cl1 Na1", null },
        { "c04_cif/16_multi_block.cif", null, null },
        { "c04_cif/17_first_block_bad_second_ok.cif", null, null },
        { "c04_cif/18_global_block.cif", "Cl1 Na1", null },
        { "c04_cif/19_mmcif.cif", "Cl1 Na1", "'NA' was read as Na" },
        { "c04_cif/20_mcif.cif", "Cl1 Na1", null },
        { "c04_cif/21_occ_0.995.cif", "Cl1 Na1", null },
        { "c04_cif/22_occ_1.05.cif", null, "'1.05' is not an occupancy" },
        { "c04_cif/23_vesta.cif", "Cl1 Na1", null },
        { "c04_cif/24_decimal_comma.cif", null, "_cell_length_a is '5,64', which is no number" },
        { "c04_cif/25_isotope_label.cif", null, "'6Li' names no element" },
        { "c04_cif/26_heavy_Og.cif", null, "Og is element 118" },
        { "c04_cif/27_lr103_rf104.cif", null, "Rf is element 104" },
        { "c04_cif/28_needle.cif", "Cl1 Na1", null },
        { "c04_cif/29_isolated.cif", "He1", null },
        { "c04_cif/30_ase_molecule_no_cell.cif", null, "_cell_length_a is missing" },
        { "c04_cif/31_cif2_header.cif", "Cl1 Na1", null },
        { "c04_cif/32_latin1_quote.cif", "Cl1 Na1", null },
        { "c04_cif/33_materials_studio.cif", "Cl1 Na1", "lists 2 symmetry operations, but FM-3M has 192" },
        { "c04_cif/34_abacus_empty_hm.cif", "Cl1 Na1", null },
        { "c04_cif/37_rounded_special.cif", "Mg1", "lists 3 symmetry operations, but P 63/m m c has 24" },
        { "c04_cif/38_type_symbol_neutral_icsd.cif", "Cl1 Na1", null },
        { "c04_cif/39_vacancy_X.cif", null, "'X' stands for no element" },
        { "c04_cif/40_unterminated_quote_title.cif", "Cl1 Na1", "A quote or text field is not closed" },
        { "c05_silent/f/41_r3c_rhomb_axes_hex_ops.cif", "", "lists 3 symmetry operations, but R -3 m has 36" },
        { "c13_cif2/a_al0+.cif", "Al1 Cu1", null },
        { "c13_cif2/b_unlooped_op.cif", "Al1", null },
        { "c13_cif2/d_ops_unquoted_blanks.cif", null, "'x,' is not a symmetry operation" },
        { "c13_cif2/f_typesymbols.cif", null, "Ts is element 117" },
        { "c13_cif2/h_type_symbol_M_label_Fe.cif", null, "'M' stands for no element" },
        { "c13_cif2/j_no_data_line.cif", "Al1", null },
        { "c13_cif2/k_mult_wyckoff_mismatch.cif", "Cl1 Na1", "multiplicity 4 of this site, and the operations make 1" },
        { "c13_cif2/l_formula_mismatch_missingH.cif", "C1 O1", "H is missing" },
        { "c13_cif2/m_triclinic_P1_blank_hm.cif", "C1 O1", null },
    };

    [SharedDataTheory]
    [MemberData(nameof(Cases))]
    public void As_stated(string file, string? formula, string? told)
    {
        var result = CifReader.Read(File.ReadAllText(PathOf(file)));
        var made = result.OnlyCrystal is { } crystal ? new CrystalContent(crystal).Formula : null;
        if (formula != "") made.ShouldBe(formula);
        if (told is null) result.Problems.ShouldBeEmpty();
        else result.Problems[0].Message.ShouldContain(told);
    }

    [SharedDataFact]
    public void A_file_that_only_is_called_a_CIF_is_read_for_what_it_holds() =>
        CrystalFile.Read(PathOf("c04_cif/35_poscar.cif")).ShouldHaveSingleItem().Crystal.ShouldNotBeNull().Sites.Length.ShouldBe(2);

    private static string PathOf(string file) => Path.Combine(SharedData.PathOf(".."), "cases", file);
}
