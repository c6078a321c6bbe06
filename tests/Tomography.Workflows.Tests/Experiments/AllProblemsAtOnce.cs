namespace Tomography.Workflows.Tests;

/// <summary>One look at the diagnostics is enough to correct a file.</summary>
public sealed class AllProblemsAtOnce
{
    [Fact]
    public void Ten_mistakes_give_ten_diagnostics_in_order()
    {
        const string TenMistakes = """
            experiment: my study
            dataset:
              csv: ${TomographyDataset}
              limt: 100
            representations: [structure, compositon]
            targets: [density, oxide-type]
            seeds: [123, 123]
            split: { train: 0.9 }
            training: { epochs: none, batch-size: 32, batch-size: 64 }
            model: 3
            """;
        var diagnostics = ExperimentReader.Read(TenMistakes, "/studies/ten.experiment.yaml", new Dictionary<string, string>()).Diagnostics;
        string.Join('\n', diagnostics).ShouldMatchApproved(o => o.SubFolder("../Approved"));
        diagnostics.Length.ShouldBe(10);
    }
}
