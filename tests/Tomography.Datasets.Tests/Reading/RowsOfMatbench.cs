using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

/// <summary>Files of matbench give their rows the ids of the benchmark, which tell the row.</summary>
public sealed class RowsOfMatbench : IDisposable
{
    private const string Structure =
        """{ "lattice": { "matrix": [[3,0,0],[0,3,0],[0,0,3]] }, "sites": [{ "species": [{ "element": "Fe" }], "abc": [0,0,0] }] }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("matbench_mp_e_form.json", "mb-mp-e-form-000001", "mb-mp-e-form-000003")]
    [InlineData("matbench_jdft2d.json", "mb-jdft2d-001", "mb-jdft2d-003")]
    [InlineData("jdft2d.json", "jdft2d-1", "jdft2d-3")]
    [InlineData("matbench_something.json", "matbench_something-1", "matbench_something-3")]
    public void Rows_have_the_ids_of_their_place_in_the_file(string name, params string[] ids)
    {
        var path = _folder.Write(
            name,
            $$"""{ "index": [0, 1, 2], "columns": ["structure", "y"], "data": [[{{Structure}}, 1], [null, 2], [{{Structure}}, 3]] }""");
        DatasetReader.ReadFile(path).Table!.Materials.Select(m => m.Id).ShouldBe(ids);
    }

    [Theory]
    [InlineData("mb-steels-003", "matbench_steels", 2)]
    [InlineData("mb-mp-e-form-132752", "matbench_mp_e_form", 132751)]
    public void An_id_tells_its_task_and_row(string id, string task, int row)
    {
        MatbenchTask.OfId(id)!.Name.ShouldBe(task);
        MatbenchTask.OfId(id)!.RowOf(id).ShouldBe(row);
    }

    [Theory]
    [InlineData("mb-steels-3")]
    [InlineData("mb-steels-313")]
    [InlineData("mb-steels-000")]
    [InlineData("mb-steels--01")]
    [InlineData("mb-steel-003")]
    [InlineData("mp-149")]
    public void Other_ids_are_of_no_task(string id) => MatbenchTask.OfId(id).ShouldBeNull();
}
