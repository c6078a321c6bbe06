using System.Collections.Immutable;

namespace Tomography.Crystals.Tests;

/// <summary>Files of the corpus on which ours and the reference differ, and why.</summary>
internal static class CorpusDifferences
{
    /// <summary>Files that a second source decides, for ours: it is named among the reasons.</summary>
    public static ImmutableArray<string> ByOtherSources { get; } =
    [
        "cod-tools/tests__inputs__2003526-r-factor-with-esd.cif",
        "cod-tools/tests__inputs__2101499-diamond.cif",
        "cod-tools/tests__inputs__8103382.cif",
        "cod-tools/tests__inputs__AMCSD__2023-11-12__14335.cif",
        "cod-tools/tests__inputs__cif2rdf__2010123.cif",
        "cod-tools/tests__inputs__cif_fix_values__2001507_temperature_ambiant.cif",
        "cod-tools/tests__inputs__cif_molecule__2003398-mixed-normal-and-special-values.cif",
        "cod-tools/tests__inputs__spacegroup-builder__cif__2310693.cif",
        "RASPA2/structures__zeolites__cif__DDR.cif",
        "RASPA2/structures__zeolites__cif__EMT.cif",
    ];

    /// <summary>Reasons: what the reference did, or what the file leaves open.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["cod-tools/tests__inputs__1100107-spacegroup-with-underscore.cif"] =
            "four operations make 100 sites of 25; the reference makes 75",
        ["cod-tools/tests__inputs__1516136.cif"] = "two full hydrogen atoms 0.02 angstrom apart",
        ["cod-tools/tests__inputs__2000488-reset-limits.cif"] = "X labels name no element",
        ["cod-tools/tests__inputs__2003526-r-factor-with-esd.cif"] =
            "HO is a hydrogen by the file's formula C10 H20 Cl N O3 and to ASE, holmium to the reference",
        ["cod-tools/tests__inputs__2100428-superspacegroup.cif"] = "modulated structure",
        ["cod-tools/tests__inputs__2101499-diamond.cif"] = "the file states 8 formula units of C, as diamond has; the reference reads one",
        ["cod-tools/tests__inputs__2103187-misaligned-loop.cif"] = "the loop is misaligned; the reference keeps the rows that parse",
        ["cod-tools/tests__inputs__7105250-oriental-name-capitalisation.cif"] = "the reference doubles nitrogen at z = 0.4999 on a mirror",
        ["cod-tools/tests__inputs__8103382.cif"] =
            "the identity is missing from the operations; with the four of P n a 21 the sites make the file's Al4 H8 Li4 O20 Si4",
        ["cod-tools/tests__inputs__AMCSD__2023-11-12__14335.cif"] =
            "HO is a hydrogen by the file's formula Ca Mn As2 O10 H6, holmium to the reference",
        ["cod-tools/tests__inputs__cif2rdf__2010123.cif"] = 
            "M labels are centroids, marked as dummy atoms; the file's formula C16 H24 Cl2 Rh2 has none",
        ["cod-tools/tests__inputs__cif_distances__unknown-elements.cif"] = "labels name no elements",
        ["cod-tools/tests__inputs__cif_fillcell__platon-squeeze-void.cif"] =
            "full hydrogen atoms of the first block overlap, so the second comes first here",
        ["cod-tools/tests__inputs__cif_fix_values__2001507_temperature_ambiant.cif"] =
            "x,y,x is no operation; those of P 21/n make the two formula units C10 H20 O10 Rh2 of 42 atoms that the file states",
        ["cod-tools/tests__inputs__cif_molecule__2003398-mixed-normal-and-special-values.cif"] =
            "the reference drops the hydrogen of the file's formula C15 H13 N O4",
        ["cod-tools/tests__inputs__om4005498_si_003-filtered.cif"] = "several blocks; the reference skips the first",
        ["cod-tools/tests__inputs__sn5033sup1.cif"] = "the first blocks are modulated and refused; the supercell comes first here",
        ["cod-tools/tests__inputs__spacegroup-builder__cif__2102163.cif"] = "full carbon atoms overlap",
        ["cod-tools/tests__inputs__spacegroup-builder__cif__2102166.cif"] = "full carbon atoms overlap",
        ["cod-tools/tests__inputs__spacegroup-builder__cif__2310693.cif"] =
            "alunite, Al3 H6 K O14 S2 to the file and to ASE; the reference doubles an aluminium on a rounded special position",
        ["RASPA2/structures__mofs__cif__IRMOF-10.cif"] = "full carbon atoms overlap",
        ["RASPA2/structures__zeolites__cif__DDR.cif"] = "120 SiO2 to ASE, too; the reference doubles silicon on rounded special positions",
        ["RASPA2/structures__zeolites__cif__EMT.cif"] = "96 SiO2 to ASE, too; the reference doubles oxygen on rounded special positions",
        ["pymatgen-core/test-files__cif__PF_sd_1002871.cif"] = "a site is called NH3, a species of its own to the reference",
        ["pymatgen-core/test-files__cif__PF_sd_1622133.cif"] = "a site is called 0.660Mg + 0.317Fe + 0.023Ca",
        ["pymatgen-core/test-files__cif__PF_sd_1811457.cif"] = "a site is called 0.56(4)Mg + 0.29(3)Ta + ...",
        ["pymatgen-core/test-files__cif__PF_sd_1928405.cif"] = "a site is called 0.648(4)Mn + 0.352(4)Fe",
        ["diffpy.structure/tests__testdata__customsg.cif"] = "six operations of P 63 m c that form no group, and no group is named",
    };
}
