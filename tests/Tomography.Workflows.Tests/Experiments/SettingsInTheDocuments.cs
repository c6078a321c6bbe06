using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tomography.Workflows.Tests;

/// <summary>The tables of settings in docs/experiments.md follow from the list. <c>TOMOGRAPHY_UPDATE=1</c> writes them anew.</summary>
public sealed partial class SettingsInTheDocuments
{
    private const string End = "<!-- end of settings -->\n";

    private static readonly string s_page = Repository.PathOf("docs", "experiments.md");

    public static TheoryData<string> Sections => [.. Tables().Select(t => t.Section)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Each_section_has_a_table_with_every_setting_its_meaning_its_range_and_its_default(string section)
    {
        var (page, wanted) = (File.ReadAllText(s_page), Tables().Single(t => t.Section == section).Table);
        var start = page.IndexOf(Start(section), StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, $"docs/experiments.md needs the lines '{Start(section).Trim()}' and '{End.Trim()}'");
        start += Start(section).Length;
        var end = page.IndexOf(End, start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("TOMOGRAPHY_UPDATE") == "1") File.WriteAllText(s_page, page[..start] + wanted + page[end..]);
        else page[start..end].ShouldBe(wanted, "TOMOGRAPHY_UPDATE=1 and this test write it anew");
    }

    private static string Start(string section) => $"<!-- settings of {section} -->\n";

    private static IEnumerable<(string Section, string Table)> Tables() =>
        [.. TablesOf(Repertoire.Default.Study), .. TablesOf(Repertoire.Default.Analysis)];

    private static IEnumerable<(string Section, string Table)> TablesOf<TSettings>(SettingTable<TSettings> table) =>
        table.Sections.Select(section => (
            section.Name,
            "| key | meaning | range | default |\n| --- | --- | --- | --- |\n"
            + string.Concat(table.Of(section).Select(s => Row(s.Name, s.Schema(table.Defaults))))));

    private static string Row(string name, JsonObject schema) =>
        $"| `{name}` | {Meaning(schema)} | {Range(schema)} | {Default(schema["default"])} |\n";

    private static string Meaning(JsonObject schema) => Quoted().Replace((string)schema["description"]!, "`${word}`");

    private static string Range(JsonNode schema) =>
        schema["enum"] is JsonArray words ? string.Join(", ", words.Select(w => $"`{w}`"))
        : schema["items"] is { } items ? $"list of {Range(items)}"
        : schema["maximum"] is not { } to ? ""
        : schema["exclusiveMinimum"] is { } above ? $"above {above.ToJsonString()}, to {to.ToJsonString()}"
        : $"{schema["minimum"]!.ToJsonString()} to {to.ToJsonString()}";

    private static string Default(JsonNode? value) => value is null ? "" : $"`{value.ToJsonString().Trim('"')}`";

    [GeneratedRegex("'(?<word>[a-z-]+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
