namespace Tomography.Workflows.Tests;

/// <summary>Pipes between a build and its workers carry UTF-8, whatever language the machine is set to.</summary>
[Collection(nameof(ProcessTests))]
public sealed class OtherLanguages : IDisposable
{
    private readonly Workshop _shop = new(storeName: "Größe α 文");

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_worker_in_a_language_of_few_letters_names_a_folder_in_all_letters()
    {
        var plan = _shop.Plan(("[1, 2]", "[1]\nretries: 0"));
        Directory.Delete(new StoreFolders(_shop.Store).Splits, recursive: true);
        var worker = _shop.Shell("LANG=de_DE.ISO-8859-1 LC_ALL=de_DE.ISO-8859-1 exec dotnet exec \"$0\" \"$@\"", Workshop.WorkerAssembly);
        var summary = await _shop.Run(plan, worker: worker);
        summary.Failures.Length.ShouldBe(3);
        var told = $"The store lacks the split that the plan names ('{new StoreFolders(_shop.Store).Splits}";
        summary.Failures.ShouldAllBe(f => f.Reason.StartsWith(told));
    }
}
