using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>Datasets that are put together of several sources, which are to weigh the same.</summary>
public sealed class SourcesAreBalanced : IDisposable
{
    private readonly Workshop _shop = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _shop.Dispose();
    }

    [Fact]
    public async Task Where_the_dataset_names_them()
    {
        var balanced = Plan("measured", "computed", "training: { epochs: 2, source-weights: equal }");
        var usual = Plan("measured", "computed", "training: { epochs: 2, source-weights: none }");
        new JobFingerprints(balanced).Of(balanced.Jobs[0]).Parts.Select(p => p.Name)
            .Except(new JobFingerprints(usual).Of(usual.Jobs[0]).Parts.Select(p => p.Name))
            .ShouldBe(["training.source-weights", "sources.values"]);
        WorkOrders.Of(balanced, TimeSpan.FromSeconds(60)).ShouldAllBe(o => o.ByTasks && o.Sources == new PropertyName("source"));
        (await _shop.Run(balanced)).Failures.ShouldBeEmpty();
        (await _shop.Run(usual)).Trained.ShouldBe(1);
        _shop.Numbers(balanced).ShouldNotBe(_shop.Numbers(usual));
    }

    [Theory]
    [InlineData("one", "one", "TOMO2016", "The column of 'source' cannot become a property")]
    [InlineData("1", "2", "TOMO1009", "its values are no words")]
    [InlineData(null, null, "TOMO2003", "The dataset has no property 'source'")]
    public void Where_it_does_not_that_is_told(string? few, string? many, string code, string message)
    {
        var problem = Should.Throw<DiagnosticException>(() => Plan(few, many, "training: { epochs: 2, source-weights: equal }"))
            .Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error);
        (problem.Code, problem.Location.Line).ShouldBe((code, 7));
        problem.Message.ShouldContain(message);
    }

    [Fact]
    public void A_phantom_names_none()
    {
        var problem = Should.Throw<DiagnosticException>(() => _shop.Plan(("training: {", "training: { source-weights: equal,")))
            .Diagnostics.ShouldHaveSingleItem();
        problem.Code.ShouldBe("TOMO2003");
        problem.Message.ShouldContain("The dataset has no property 'source'");
    }

    private Plan Plan(string? few, string? many, string training)
    {
        string[] cations = ["Li", "Na", "K", "Mg", "Ca", "Sr", "Ba", "Al", "Ti", "Fe"], anions = ["O", "S", "F", "Cl", "Br", "N"];
        var rows = Enumerable.Range(0, 60).Select(i =>
            $"{cations[i % 10]}{1 + i / 10 % 3}{anions[i / 10]},{1 + i * 7 % 23}{(few is null ? "" : $",{(i % 5 == 0 ? few : many)}")}");
        _folder.Write("table.csv", $"formula,density{(few is null ? "" : ",source")}\n" + string.Join('\n', rows));
        return _shop.PlanFile(_folder.Write(
            "sources.experiment.yaml",
            "experiment: sources\ndataset: { csv: table.csv }\nrepresentations: [composition]\ntargets: [density]\nfeatures: []\n"
                + "seeds: [1]\n" + training + "\n"));
    }
}
