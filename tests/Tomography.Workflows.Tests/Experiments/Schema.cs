using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tomography.Workflows.Tests;

/// <summary>The JSON Schema says what the reader checks.</summary>
public sealed partial class Schema
{
    private static readonly JsonElement Root = JsonDocument.Parse(ExperimentSchema.Write()).RootElement;

    [Fact]
    public void The_schema_in_docs_is_the_one_made_from_the_reader()
    {
        var path = Repository.PathOf("docs", "experiment.schema.json");
        if (Environment.GetEnvironmentVariable("TOMOGRAPHY_UPDATE") == "1")
            File.WriteAllText(path, ExperimentSchema.Write());
        File.ReadAllText(path)
            .ShouldBe(
                ExperimentSchema.Write(),
                "TOMOGRAPHY_UPDATE=1 dotnet test tests/Tomography.Workflows.Tests --filter Schema writes it anew");
    }

    [Theory]
    [InlineData("", "nonsense: 1")]
    [InlineData("dataset", "dataset: { nonsense: 1, csv: a.csv }")]
    [InlineData("split", "split: { nonsense: 1 }")]
    [InlineData("graph", "graph: { nonsense: 1 }")]
    [InlineData("model", "model: { nonsense: 1 }")]
    [InlineData("training", "training: { nonsense: 1 }")]
    public void The_schema_has_exactly_the_keys_that_the_reader_knows(string section, string line)
    {
        var yaml =
            section == "dataset"
                ? Reading.Minimal.Replace("dataset: { phantom: { materials: 60, seed: 7 } }", line)
                : Reading.Minimal + "\n" + line;
        var keys = Keys().Match(Reading.Problem(yaml).Message).Groups["keys"].Value.Split(", ");
        var schema = section.Length == 0 ? Root : Root.GetProperty("properties").GetProperty(section);
        schema
            .GetProperty("properties")
            .EnumerateObject()
            .Select(p => p.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe(keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Bounds_of_the_schema_are_those_of_the_reader()
    {
        foreach (var section in new[] { "split", "graph", "model", "training" })
        foreach (var setting in Root.GetProperty("properties").GetProperty(section).GetProperty("properties").EnumerateObject())
        {
            if (!setting.Value.TryGetProperty("maximum", out var maximum))
                continue;
            // The shares of a split have a sum to keep, so of the highest only the one beyond is tried.
            if (section != "split")
                Reading.Valid(Reading.Minimal + $"\n{section}: {{ {setting.Name}: {maximum.GetRawText()} }}");
            Reading
                .Read(Reading.Minimal + $"\n{section}: {{ {setting.Name}: {maximum.GetDouble() + 1} }}")
                .Diagnostics.ShouldContain(d => d.Code == DiagnosticCodes.OutOfRange, setting.Name);
            var exclusive = setting.Value.TryGetProperty("exclusiveMinimum", out var above);
            var minimum = exclusive ? above : setting.Value.GetProperty("minimum");
            if (exclusive)
                Reading
                    .Problem(Reading.Minimal + $"\n{section}: {{ {setting.Name}: {minimum.GetRawText()} }}")
                    .Code.ShouldBe(DiagnosticCodes.OutOfRange);
            else
                Reading.Valid(Reading.Minimal + $"\n{section}: {{ {setting.Name}: {minimum.GetRawText()} }}");
        }
    }

    [Fact]
    public void Shipped_experiments_name_the_schema()
    {
        // What steering wrote there is none of them.
        var shipped = Directory.GetFiles(Repository.PathOf("workflows"), "*.experiment.yaml")
            .Where(file => Path.GetFileName(file) != "next.experiment.yaml").ToArray();
        shipped.ShouldNotBeEmpty();
        foreach (var file in shipped)
            File.ReadLines(file).First().ShouldBe("# yaml-language-server: $schema=../docs/experiment.schema.json", file);
    }

    [GeneratedRegex(@"Keys: (?<keys>[^.]+)\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();
}
