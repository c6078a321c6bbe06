using System.Text.RegularExpressions;
using Shouldly;
using Tomography.Analysis;
using Tomography.Testing;
using Xunit;

namespace Tomography.Reports.Tests.Templating;

/// <summary>
/// docs/templates.md lists what each template can show. Names and kinds follow from the view models of studies that have everything; what a
/// name means is written by hand there, and kept. <c>TOMOGRAPHY_UPDATE=1</c> writes the page anew.
/// </summary>
public sealed partial class TemplatesInTheDocuments
{
    private const string Start = "<!-- names of templates -->\n";
    private const string Unknown = "?";

    private static readonly string s_page = Repository.PathOf("docs", "templates.md");

    [Fact]
    public void Each_template_has_its_names_with_kind_and_meaning()
    {
        var page = File.ReadAllText(s_page);
        var start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var wanted = string.Concat(Models().Select(model => Section(model.Template, model.Shape, Meanings(page)))) + Partials();
        if (Environment.GetEnvironmentVariable("TOMOGRAPHY_UPDATE") == "1") File.WriteAllText(s_page, page[..start] + wanted);
        else page[start..].ShouldBe(wanted, "TOMOGRAPHY_UPDATE=1 and this test write it anew");
        wanted.Split('\n').Where(line => line.EndsWith($"| {Unknown} |", StringComparison.Ordinal))
            .ShouldBeEmpty("write there what it means");
    }

    [Fact]
    public void Every_shipped_template_is_listed()
    {
        var page = File.ReadAllText(s_page);
        foreach (var name in Shipped.Templates.Paths.Keys)
            page.ShouldContain(name.StartsWith("partials/", StringComparison.Ordinal) ? $"\n| `{name[9..]}` |" : $"\n## `{name}`\n");
    }

    private static string Section(string template, ModelShape shape, Dictionary<string, string> meanings)
    {
        var rows = shape.Names().Select(name =>
            $"| `{name.Path}` | {name.Kind} | {meanings.GetValueOrDefault($"{template} {name.Path}", Unknown)} |\n").ToArray();
        var table = rows.Length == 0 ? "It shows no values.\n" : $"| name | kind | meaning |\n| --- | --- | --- |\n{string.Concat(rows)}";
        return $"\n## `{template}`\n\n{table}";
    }

    // What the page says now, by template and name.
    private static Dictionary<string, string> Meanings(string page) => (
        from part in page.Split("\n## `").Skip(1)
        let template = part[..part.IndexOf('`')]
        from row in Row().Matches(part)
        select ($"{template} {row.Groups["name"].Value}", row.Groups["meaning"].Value))
        .ToDictionary(pair => pair.Item1, pair => pair.Value, StringComparer.Ordinal);

    private static string Partials()
    {
        var files = Shipped.Templates;
        var uses = files.Paths.Keys.SelectMany(name => Include().Matches(files.TextOf(name)).Select(use => (
            Partial: use.Groups["partial"].Value,
            Given: string.Join(", ", use.Groups["name"].Captures.Select(one => $"`${one.Value}`")),
            By: $"`{name}`"))).ToArray();
        return "\n## Partials\n\n| partial | is given | by |\n| --- | --- | --- |\n" + string.Concat(
            from partial in uses.GroupBy(use => (use.Partial, use.Given))
            orderby partial.Key.Partial
            select $"| `{partial.Key.Partial}` | {partial.Key.Given} | {string.Join(", ", partial.Select(use => use.By).Distinct())} |\n");
    }

    private static IEnumerable<(string Template, ModelShape Shape)> Models() =>
        from model in Seen().GroupBy(seen => seen.Template)
        orderby model.Key.Contains('/'), model.Key
        let shape = model.Aggregate(new ModelShape(), (shape, seen) =>
        {
            shape.Add(TemplateData.Of(seen.Model));
            return shape;
        })
        select (model.Key, shape);

    private static IEnumerable<(string Template, object Model)> Seen()
    {
        var files = Shipped.Templates;
        foreach (var input in Inputs())
        {
            yield return ("report", PageView.Of(input, RenderedSection.Of(ReportSections.All, input, Templates.Open(files, "report"))));
            foreach (var section in ReportSections.All.Append(new ExtraSection()).Where(section => section.IsShown(input)))
            {
                if (section.Page(input) is { } page) yield return ($"sections/{page.Template}", page.Model);
            }
        }

        foreach (var audit in Audits) yield return ("audit", AuditReport.View(audit, DatasetsAreShown.Summary, ReportStudy.Context));
        yield return ("comparison", ComparisonReport.View(
            [new("a", [new("epochs", "3")], "variants/a/report.html", ReportStudy.Analysis)], ReportStudy.Context));
    }

    private static IEnumerable<ReportInput> Inputs()
    {
        var small = SmallStudy.Input.Analysis;
        var unconverged = small.Baselines.SetItem(0, small.Baselines[0] with { Convergence = new(3, 2, 60, -0.08) });
        var information = LatticeStudy.Analysis.Information!;
        var nothing = information with { Cells = [.. information.Cells.Select(cell => cell with { Bits = null })] };
        return
        [
            SmallStudy.Input, Listing.Input, LatticeStudy.Input, GapsStudy.Input, ReportStudy.Input,
            SmallStudy.Input with { Analysis = small with { Baselines = unconverged } },
            .. Audits.Select(audit => SmallStudy.Input with { Audit = audit }),
            LatticeStudy.Input with
            {
                Analysis = LatticeStudy.Analysis with { Agreements = [new(LatticeStudy.S, null, new(0.6, 0.2, 0.9), 54, 12)] },
            },
            LatticeStudy.Input with { Analysis = LatticeStudy.Analysis with { Agreements = [], Information = nothing } },
            .. new[] { ReportStudy.OnlyOneSeed, ReportStudy.OnlyStructure, ReportStudy.Keeping(model => model.Features.IsEmpty) }
                .Select(results => ReportStudy.Input with { Analysis = StudyAnalyzer.Analyze(results), Results = results }),
        ];
    }

    // One with everything, and one with nothing that can be left out.
    private static IEnumerable<DatasetAudit> Audits =>
    [
        DatasetsAreShown.Audit with { Findings = ["volume: 3 values below zero"] },
        DatasetsAreShown.Audit with
        {
            Properties = [DatasetsAreShown.Audit.Properties[0] with { Range = null }], Elements = [], CrystalSystems = [], Cells = null,
            Leakage = [], Pairs = [],
        },
        DatasetsAreShown.Audit with { Sources = [], Pairs = [] },
    ];

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \| [^|]+ \| (?<meaning>.+) \|$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"include '(?<partial>[a-z-]+)'( (?<name>\w+): [\w.$]+)*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Include();
}
