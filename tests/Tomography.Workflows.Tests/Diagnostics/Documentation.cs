using System.Reflection;
using System.Text.RegularExpressions;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>The documents say what the program does.</summary>
public sealed partial class Documentation
{
    private static string[] Codes { get; } =
    [.. typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!)];

    [Fact]
    public void Codes_are_unique() => Codes.ShouldBeUnique();

    [Fact]
    public void Every_code_has_a_line_in_the_index_that_leads_to_its_page_and_no_other()
    {
        var lines = IndexLine().Matches(File.ReadAllText(Repository.PathOf("docs", "diagnostics.md")));
        lines.Select(m => m.Groups["code"].Value).ShouldBe(Codes.Order(StringComparer.Ordinal));
        foreach (Match line in lines)
            PageOf(line.Groups["code"].Value).ShouldStartWith($"# {line.Groups["code"].Value}: {line.Groups["title"].Value}\n");
    }

    [Fact]
    public void Every_code_has_a_page_and_no_other() =>
        Directory
            .GetFiles(Repository.PathOf("docs", "diagnostics"))
            .Select(f => Path.GetFileName(f))
            .Order(StringComparer.Ordinal)
            .ShouldBe(Codes.Order(StringComparer.Ordinal).Select(c => c + ".md"));

    [Fact]
    public void Every_page_says_what_it_means_shows_its_own_code_and_says_how_to_fix_it()
    {
        foreach (var code in Codes)
            PageOf(code)
                .ShouldMatch(
                    @$"\A# {code}: [^\n]+\n\n[A-Z`][^\n]{{20,}}\.\n\n## Example\n\n```\n[^\n]+(error|warning|message) {code}: [^\n]+\n```"
                        + @"\n\n## How to fix it\n\n[A-Z`][^\n]+\.\n"
                );
    }

    [Fact]
    public void Links_of_the_pages_lead_to_files()
    {
        foreach (
            var file in Directory
                .GetFiles(Repository.PathOf("docs", "diagnostics"))
                .Append(Repository.PathOf("docs", "diagnostics.md"))
                .Append(Repository.PathOf("docs", "limits.md")))
        foreach (Match link in Link().Matches(File.ReadAllText(file)))
            File.Exists(Path.Combine(Path.GetDirectoryName(file)!, link.Groups["path"].Value)).ShouldBeTrue($"{file}: {link.Value}");
    }

    [Fact]
    public void The_page_of_a_code_is_found_where_the_documents_are()
    {
        DiagnosticHelp.PageOf("TOMO1003").ShouldBe("docs/diagnostics/TOMO1003.md");
        DiagnosticHelp.PageOf("TOMO1003", Repository.PathOf("docs")).ShouldBe(Repository.PathOf("docs", "diagnostics", "TOMO1003.md"));
        DiagnosticHelp.PageOf("TOMO1003", Repository.PathOf("nowhere")).ShouldBeNull();
    }

    [Theory]
    [InlineData("docs/", "docs/diagnostics/TOMO1003.md")]
    [InlineData("", "/packages/sdk/docs/diagnostics/TOMO1003.md")]
    public void A_page_is_named_in_short_in_a_checkout_and_in_full_in_a_package(string docsName, string named) =>
        DiagnosticHelp.NameOf("TOMO1003", docsName, "/packages/sdk/docs/diagnostics/TOMO1003.md").ShouldBe(named);

    [Fact]
    public void Every_kind_of_data_problem_has_a_code_of_its_own() =>
        Enum.GetValues<DataProblemKind>().Select(DataProblemCodes.Of).ShouldBeUnique();

    [Fact]
    public void Every_limit_is_documented_with_its_default()
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "limits.md"));
        foreach (var limit in InputLimits.Table.Options.AddRange(ExperimentLimits.Table.Options))
            text.ShouldContain(
                $"| `{limit.Option}` | {limit.Meaning} | {limit.Default:N0} | "
                    + $"{(limit.Highest == long.MaxValue ? "any" : $"{limit.Highest:N0}")} |");
        foreach (
            var limit in InputLimits
                .Table.All.Except(InputLimits.Table.Options)
                .Concat(ExperimentLimits.Table.All.Except(ExperimentLimits.Table.Options)))
            text.ShouldContain($"| {limit.Meaning} | {limit.Default:N0} |");
    }

    [Fact]
    public void Examples_of_experiments_are_valid()
    {
        var examples = Example()
            .Matches(File.ReadAllText(Repository.PathOf("docs", "experiments.md")))
            .Select(m => m.Groups["yaml"].Value)
            .ToArray();
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
        var yaml = section switch
        {
            "" => Reading.Minimal + "\nxyzzy: 1",
            "dataset" => $"experiment: a\ntargets: density\ndataset: {{ {needed}xyzzy: 1 }}",
            _ => Reading.Minimal + $"\n{section}: {{ xyzzy: 1 }}",
        };
        var keys = Reading.Problem(yaml).Message.Split("Keys: ")[1].TrimEnd('.').Split(", ");
        keys.Length.ShouldBeGreaterThan(2);
        foreach (var key in keys)
            text.ShouldContain(
                text.Contains($"### `{section}.{key}`", StringComparison.Ordinal) ? key
                : section.Length == 0 && text.Contains($"## `{key}`", StringComparison.Ordinal) ? $"## `{key}`" : $"| `{key}` |");
    }

    private static string PageOf(string code) => File.ReadAllText(Repository.PathOf(DiagnosticHelp.PageOf(code)));

    [GeneratedRegex(
        @"^\| \[(?<code>TOMO[0-9]{4})\]\(diagnostics/\k<code>\.md\) \| (?<title>[^|\n]+) \|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex IndexLine();

    [GeneratedRegex(@"\]\((?<path>[^)#]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("```yaml\n(?<yaml>[^`]*)```", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
