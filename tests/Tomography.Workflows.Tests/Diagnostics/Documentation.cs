using System.Reflection;
using System.Text.RegularExpressions;

namespace Tomography.Workflows.Tests;

/// <summary>The documents say what the program does.</summary>
public sealed partial class Documentation
{
    private static string[] Codes { get; } = [.. typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!)];

    [Fact]
    public void Codes_are_unique() => Codes.ShouldBeUnique();

    [Fact]
    public void Every_code_is_explained_once_and_no_other() =>
        Heading().Matches(File.ReadAllText(Repository.PathOf("docs", "diagnostics.md"))).Select(m => m.Groups["code"].Value).ShouldBe(Codes.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_example_shows_its_own_code()
    {
        var sections = File.ReadAllText(Repository.PathOf("docs", "diagnostics.md")).Split("\n### ")[1..];
        sections.Length.ShouldBe(Codes.Length);
        foreach (var section in sections) section.Split("```")[1].ShouldMatch($"(error|warning) {section[..8]}: ");
    }

    [Fact]
    public void Examples_of_experiments_are_valid()
    {
        var examples = Example().Matches(File.ReadAllText(Repository.PathOf("docs", "experiments.md"))).Select(m => m.Groups["yaml"].Value).ToArray();
        examples.Length.ShouldBe(3);
        foreach (var example in examples) Reading.Valid(example, ("TomographyDataset", "/data/materials.csv"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("dataset", "csv: a.csv, ")]
    [InlineData("split", "")]
    [InlineData("graph", "")]
    [InlineData("model", "")]
    [InlineData("training", "")]
    public void Every_key_is_documented(string section, string needed)
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "experiments.md"));
        var yaml = section switch { "" => Reading.Minimal + "\nxyzzy: 1", "dataset" => $"experiment: a\ntargets: density\ndataset: {{ {needed}xyzzy: 1 }}", _ => Reading.Minimal + $"\n{section}: {{ xyzzy: 1 }}" };
        var keys = Reading.Problem(yaml).Message.Split("Keys: ")[1].TrimEnd('.').Split(", ");
        keys.Length.ShouldBeGreaterThan(2);
        foreach (var key in keys) text.ShouldContain(section.Length == 0 && text.Contains($"## `{key}`", StringComparison.Ordinal) ? $"## `{key}`" : $"| `{key}` |");
    }

    [GeneratedRegex("^### (?<code>TOMO[0-9]{4})", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("```yaml\n(?<yaml>[^`]*)```", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
