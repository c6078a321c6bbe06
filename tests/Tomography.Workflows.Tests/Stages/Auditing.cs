using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Tomography.Workflows.Tests;

/// <summary>Datasets are audited without training, from the source or from the store.</summary>
public sealed class Auditing : IDisposable
{
    private const string Yaml = """
        experiment: cubes
        dataset: { csv: cubes.csv }
        representations: [structure]
        properties: { measured: { column: own, unit: g/cm3, source: experiment, same-as: density } }
        targets: [density]
        features: [volume]
        seeds: [1, 2]
        """;

    private readonly TemporaryFolder _folder = new();

    public Auditing() => _folder.Write(
        "cubes.csv",
        Tables.Csv(
            40, cif: i => i < 2 ? "broken" : null!,
            more: [("own", i => i % 2 == 0 ? (i * 0.5 + 1).ToString(CultureInfo.InvariantCulture) : "")]));

    public void Dispose() => _folder.Dispose();

    private string[] Run(string yaml = Yaml)
    {
        var request = new WorkflowRequest(
            [_folder.Write("cubes.experiment.yaml", yaml)], _folder.PathOf("out"), _folder.PathOf("store"),
            ImmutableDictionary<string, string>.Empty);
        return [.. AuditStage.Run(request, new(Repository.PathOf("templates")), DateTimeOffset.UnixEpoch, CancellationToken.None).Lines];
    }

    private JsonElement Json => JsonDocument.Parse(File.ReadAllText(_folder.PathOf("out", "cubes", "audit.json"))).RootElement;

    [Fact]
    public void The_audit_is_told_and_written_and_nothing_is_trained()
    {
        var lines = Run();
        lines[0].ShouldBe("Audit: cubes: 38 materials, 4 formulas (cubes).");
        lines.ShouldContain(l => l.Contains("2 unreadable crystal; see excluded.csv"));
        lines.ShouldContain(l =>
            l.StartsWith("  seed 2") && l.EndsWith("test materials (100.0 %) share their formula with a training material"));
        lines.ShouldContain(l => l.StartsWith("  measured and density  19 materials have both, offset +1.000 g/cm3"));
        lines[^3..].Select(l => Path.GetFileName(l)).ShouldBe(["audit.html", "audit.json", "elements.csv"]);
        Json.GetProperty("audit").GetProperty("excluded")[0].GetProperty("count").GetInt32().ShouldBe(2);
        File.Exists(_folder.PathOf("out", "cubes", "excluded.csv")).ShouldBeTrue();
        Directory.Exists(_folder.PathOf("store", "results")).ShouldBeFalse();
    }

    [Fact]
    public void A_dataset_that_the_store_has_tells_the_same()
    {
        var lines = Run();
        Run().ShouldBe(lines);
    }

    [Fact]
    public void Another_source_changes_the_audit_and_no_key()
    {
        Run();
        var before = Keys();
        Run(Yaml.Replace("source: experiment", "source: literature")).ShouldContain(l => l.StartsWith("  source literature"));
        Keys().ShouldBe(before);
    }

    [Fact]
    public void Splits_of_several_kinds_are_told_apart()
    {
        Run(Yaml + "\nmatrix: { split.train: [0.5, 0.6] }").Count(l => l.StartsWith("  seed 1, ")).ShouldBe(2);
        Json.GetProperty("audit").GetProperty("splits").GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public void Cleaning_removes_it()
    {
        Run();
        CleanStage.Run(_folder.PathOf("out", "cubes"));
        Directory.Exists(_folder.PathOf("out", "cubes")).ShouldBeFalse();
    }

    private string[] Keys()
    {
        var plan = PlanStage.Read(_folder.PathOf("out", "cubes", "plan.json"));
        return [.. plan.Jobs.Select(j => j.Key.Value)];
    }
}
