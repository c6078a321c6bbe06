using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

/// <summary>A crystal that is not what its file says of it is told, and by default not used.</summary>
public sealed class CrystalsContradictTheirFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("_chemical_formula_sum 'Na Cl'", null)]
    [InlineData("_chemical_formula_sum 'Na4 Cl4'", null)] // the whole cell's, as pymatgen writes
    [InlineData("_chemical_formula_sum 'Cl1 Na1'\n_cell_formula_units_Z 1", null)]
    [InlineData("_chemical_formula_sum 'Na1 Cl1'\n_cell_formula_units_Z 4", null)] // it may be that of the whole cell
    [InlineData("_chemical_formula_sum 'Na2 Cl2'\n_cell_formula_units_Z 2", "2 formula units of Na2 Cl2, 8 atoms, and its sites make 2")]
    [InlineData("_chemical_formula_sum 'Na Cl H'", "states the formula Na Cl H, and its sites make Cl1 Na1: H is missing.")]
    [InlineData("_chemical_formula_sum 'Na Cl2'", "Na differs.")]
    [InlineData("_chemical_formula_sum 'K Cl'", "Na differs.")]
    [InlineData("_chemical_formula_sum ?", null)]
    [InlineData("_chemical_formula_sum '(Na Cl)2'", null)]
    [InlineData("_chemical_formula_sum\n;\n Na\n Cl\n;", null)]
    [InlineData("_chemical_formula_sum 'Na (O D)'", "states the formula Na (O D), and its sites make Cl1 Na1: H is missing.")]
    [InlineData("_chemical_formula_sum 'NaCl, pure'", null)] // no plain formula: it says nothing that could be checked
    public void By_formula_and_formula_units(string lines, string? contradiction)
    {
        var told = CifReader.Read(Cif(lines)).Problems.SingleOrDefault(p => p.Kind == CrystalProblemKind.Contradiction);
        if (contradiction is null) told.ShouldBeNull();
        else told.ShouldNotBeNull().Message.ShouldContain(contradiction);
        CifReader.Read(Cif(lines)).Structures.ShouldHaveSingleItem("what is read of a file does not change");
    }

    [Fact]
    public void Their_materials_are_set_aside_or_told_as_one_likes()
    {
        _folder.Write("set/good.cif", Cif("_chemical_formula_sum 'Na Cl'"));
        _folder.Write("set/wrong.cif", Cif("_chemical_formula_sum 'Na Cl H2'"));
        var read = DatasetReader.ReadFile(_folder.PathOf("set"));
        read.Table!.Materials.Single().Id.ShouldBe("good");
        (read.SetAside, read.Problems.Single().Kind).ShouldBe((1, DataProblemKind.Contradiction));
        read.Problems[0].FirstPlaces.Single().ShouldContain("H is missing");
        var told = DatasetReader.ReadFile(_folder.PathOf("set"), new() { Rules = new() { Contradictions = ContradictionRule.Tell } });
        told.Table!.Materials.Length.ShouldBe(2);
        told.Problems.Single().Kind.ShouldBe(DataProblemKind.Noticed);
        told.Problems[0].FirstPlaces.Single().ShouldContain("H is missing");
    }

    [SharedDataFact]
    public void In_the_corpus_some_eighty_files_do()
    {
        var contradicting = Directory.GetFiles(SharedData.PathOf("cif-corpus"), "*.cif", SearchOption.AllDirectories)
            .Select(f => CifReader.Read(File.ReadAllText(f)))
            .Where(r => r.Structures.Length == 1)
            .SelectMany(r => r.Problems.Where(p => p.Kind == CrystalProblemKind.Contradiction))
            .Select(p => p.Message)
            .ToArray();
        // Most lack hydrogen; each of them was looked at.
        contradicting.Length.ShouldBeInRange(70, 95, string.Join('\n', contradicting));
        contradicting.Count(m => m.EndsWith("H is missing.", StringComparison.Ordinal)).ShouldBeGreaterThan(15);
    }

    private static string Cif(string lines) =>
        $"data_x\n{lines}\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\n_cell_angle_alpha 90\n_cell_angle_beta 90\n"
            + "_cell_angle_gamma 90\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n"
            + "Na 0 0 0\nCl 0.5 0.5 0.5\n";
}
