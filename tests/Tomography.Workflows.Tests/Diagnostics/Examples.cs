using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>The example on the page of a diagnostic is what a build says. <c>TOMOGRAPHY_UPDATE=1</c> writes the pages anew.</summary>
public sealed partial class Examples : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Codes => [.. Mistake.All.Select(m => m.Code)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_example_of_a_page_is_what_the_mistake_is_told_with(string code)
    {
        // A note may say more of the same.
        var told = Told(Mistake.All.Single(m => m.Code == code)).Where(d => d.Code == code).ToLookup(d => d.Severity);
        var said = Line(told.MaxBy(t => t.Key).ShouldNotBeNull().ShouldHaveSingleItem());
        var page = Repository.PathOf("docs", "diagnostics", $"{code}.md");
        if (Environment.GetEnvironmentVariable("TOMOGRAPHY_UPDATE") == "1")
            File.WriteAllText(page, Example().Replace(File.ReadAllText(page), _ => $"## Example\n\n```\n{said}\n```\n"));
        Example().Match(File.ReadAllText(page)).Groups["said"].Value.ShouldBe(said);
    }

    [Fact]
    public void Every_code_of_experiments_and_datasets_has_an_example_but_those_of_limits()
    {
        var codes = typeof(DiagnosticCodes)
            .GetFields()
            .Select(f => (string)f.GetValue(null)!)
            .Where(c => c.StartsWith("TOMO1", StringComparison.Ordinal) || c.StartsWith("TOMO2", StringComparison.Ordinal));
        // TOMO2021 comes with -t:Predict, TOMO2045 and TOMO2046 with -t:Choose, TOMO2047 with -t:Simulate; tests of these have them.
        // The files of TOMO2019 are huge and the values of TOMO2020 come from the command line: tests with real builds have both.
        string[] elsewhere = ["TOMO2019", "TOMO2020", "TOMO2021", "TOMO2045", "TOMO2046", "TOMO2047"];
        Mistake.All.Select(m => m.Code).ShouldBe(codes.Except(elsewhere), ignoreOrder: true);
    }

    private ImmutableArray<Diagnostic> Told(Mistake mistake)
    {
        foreach (var (name, text) in mistake.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(name))!);
            File.WriteAllText(_folder.PathOf(name), text);
        }

        _folder.Write("oxides.experiment.yaml", mistake.Experiment);
        var request = new WorkflowRequest(
            [.. mistake.Asked.Select(a => _folder.PathOf(a))],
            _folder.PathOf("out"),
            _folder.PathOf("store"),
            ImmutableDictionary<string, string>.Empty);
        try
        {
            return PlanStage.Check(request, CancellationToken.None).Warnings;
        }
        catch (DiagnosticException e)
        {
            return [.. e.Diagnostics];
        }
    }

    /// <summary>As MSBuild writes it, with the throw-away folder under the name that the documents use.</summary>
    private string Line(Diagnostic d)
    {
        var place = d.Location.Line > 0 ? $"{d.Location.File}({d.Location.Line},{d.Location.Column})" : $"{d.Location.File} ";
        return $"{place}: {Word(d)} {d.Code}: {d.Message} Help: {DiagnosticHelp.PageOf(d.Code)}".Replace(
            _folder.Root,
            "/studies",
            StringComparison.Ordinal);
    }

    private static string Word(Diagnostic d) =>
        d.Severity == DiagnosticSeverity.Note ? "message" : d.Severity.ToString().ToLowerInvariant();

    [GeneratedRegex(@"## Example\n\n```\n(?<said>[^\n]*)\n```\n", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
