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
        _folder.Write("cubes.csv", "material_id,density,volume,cif\n" + string.Concat(Enumerable.Range(0, 270).Select(i =>
            $"mp-{i},{i},{i % 7},\"data_x\n_cell_length_a {4 + 0.01 * i:0.00}\n_cell_length_b 4\n_cell_length_c 4\n_cell_angle_alpha 90\n"
                + "_cell_angle_beta 90\n_cell_angle_gamma 90\nloop_\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n"
                + $"_atom_site_fract_z\n{(i < 30 ? elements[i] : "Fe")} 0 0 0\n\"\n")));
        Told(
            """
            experiment: cubes
            dataset: { csv: cubes.csv }
            representations: [structure]
            targets: [volume]
            features: [density]
            seeds: [1]
            """).ShouldHaveSingleItem().Message.ShouldMatch("^Four of [0-9]+ formulas have 9[0-9] % of the materials that test models:");
    }

    private ImmutableArray<Diagnostic> Told(string experiment)
    {
        var file = _folder.Write("it.experiment.yaml", experiment);
        var request = new WorkflowRequest(
            [file], _folder.PathOf("out"), _folder.PathOf("store"), ImmutableDictionary<string, string>.Empty);
        return [.. PlanStage.Check(request, CancellationToken.None).Warnings.Where(d => d.Code == DiagnosticCodes.FewFormulas)];
    }
}
