using System.Collections.Immutable;

namespace Tomography.Workflows.Tests;

/// <summary>What a plan says of datasets from whose formulas nothing can be claimed of others.</summary>
public sealed class FewFormulasAreTold : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(3, "[density]", true)]
    [InlineData(3, "[]", false)] // no edges, no claims
    [InlineData(8, "[density]", false)]
    [InlineData(1, "[density]", false)] // what is said is of this formula
    public void Where_they_are_few_and_something_is_to_be_claimed(int formulas, string features, bool isTold) =>
        Told(
            $$"""
            experiment: polymorphs
            dataset: { phantom: { materials: 260, seed: 3, formulas: {{formulas}}, formula-types: [ABX3] } }
            representations: [structure]
            targets: [volume]
            features: {{features}}
            seeds: [1]
            """).IsEmpty.ShouldBe(!isTold);

    [Fact]
    public void And_where_most_materials_have_one_of_them()
    {
        // 240 of 270 cubes are of iron; the others are of thirty elements.
        string[] elements =
        [
            "Li", "Be", "Na", "Mg", "Al", "Si", "K", "Ca", "Sc", "Ti", "V", "Cr", "Mn", "Co", "Ni", "Cu", "Zn", "Ga", "Ge", "Rb", "Sr", "Y",
            "Zr", "Nb", "Mo", "Ru", "Rh", "Pd", "Ag", "Cd",
        ];
        Table(270, i => i < 30 ? elements[i] : "Fe", i => $"{i % 7}");
        Told(Cubes).ShouldHaveSingleItem().Message.ShouldMatch(
            "^The [0-9]+ formulas of the materials that test models are worth 1.[0-9] equally frequent ones; the first has [89][0-9] %");
    }

    [Fact]
    public void And_where_those_that_have_the_target_are_of_few()
    {
        // Of nine elements, three have a volume.
        string[] elements = ["Fe", "Co", "Ni", "Mg", "Al", "Si", "Cu", "Zn", "Ga"];
        Table(300, i => elements[i % 9], i => i % 9 < 3 ? $"{i}" : "");
        Told(Cubes).ShouldHaveSingleItem().Message.ShouldStartWith("The materials with volume that test models have 3 formulas: nothing");
        Table(300, i => elements[i % 9], i => $"{i}");
        Told(Cubes).ShouldBeEmpty();
    }

    private const string Cubes = """
        experiment: cubes
        dataset: { csv: cubes.csv }
        representations: [structure]
        targets: [volume]
        features: [density]
        seeds: [1]
        """;

    private void Table(int count, Func<int, string> element, Func<int, string> volume) =>
        _folder.Write("cubes.csv", "material_id,density,volume,cif\n" + string.Concat(Enumerable.Range(0, count).Select(i =>
            $"mp-{i},{i % 17},{volume(i)},\"data_x\n_cell_length_a {4 + 0.01 * i:0.00}\n_cell_length_b 4\n_cell_length_c 4\n"
                + "_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\nloop_\n_atom_site_type_symbol\n_atom_site_fract_x\n"
                + $"_atom_site_fract_y\n_atom_site_fract_z\n{element(i)} 0 0 0\n\"\n")));

    private ImmutableArray<Diagnostic> Told(string experiment)
    {
        var file = _folder.Write("it.experiment.yaml", experiment);
        var request = new WorkflowRequest(
            [file], _folder.PathOf("out"), _folder.PathOf("store"), ImmutableDictionary<string, string>.Empty);
        return [.. PlanStage.Check(request, CancellationToken.None).Warnings.Where(d => d.Code == DiagnosticCodes.FewFormulas)];
    }
}
