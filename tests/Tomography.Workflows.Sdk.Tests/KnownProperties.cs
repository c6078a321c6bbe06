using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Build.Utilities;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>Properties that nothing reads are told, and the lists of those that something reads are one.</summary>
public sealed partial class KnownProperties : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TomographyWorker", "did you mean 'TomographyWorkers'?")]
    [InlineData("tomographystores", "did you mean 'TomographyStore'?")]
    [InlineData("TomographyExperiment", "did you mean 'Experiment'?")]
    [InlineData("TomographyKeepGoing", "did you mean 'KeepGoing'?")]
    [InlineData("Experiments", "did you mean 'Experiment'?")]
    [InlineData("ExperimentFile", "did you mean 'Experiment'?")]
    [InlineData("Expermient", "did you mean 'Experiment'?")]
    [InlineData("TomograhpyStore", "did you mean 'TomographyStore'?")]
    [InlineData("TomografyWorker", "did you mean 'TomographyWorkers'?")]
    [InlineData("KeepGoin", "did you mean 'KeepGoing'?")]
    [InlineData("TomographyXyzzyqwfpgk", "so it does nothing. Properties: Experiment, DefaultExperiment, ")]
    public void A_name_that_nothing_reads_is_told_with_the_one_that_was_meant(string name, string expected)
    {
        var warning = WarningsOf((name, "2")).ShouldHaveSingleItem();
        warning.ShouldStartWith($"command line(0): TOMO5001: '{name}' is no property of a workflow, so it does nothing");
        warning.ShouldContain(expected);
    }

    [Theory]
    [InlineData("Configuration")]
    [InlineData("Experimental")]
    [InlineData("ExperimentalFeatures")]
    [InlineData("experiment")]
    [InlineData("TOMOGRAPHYWORKERS")]
    [InlineData("Jobs")]
    [InlineData("Sites")]
    [InlineData("Text")]
    [InlineData("Config")]
    public void Names_that_are_known_or_of_other_tools_are_not_told(string name) => WarningsOf((name, "2")).ShouldBeEmpty();

    [Theory]
    [InlineData("TomographyMostSites", "Write -p:TomographyLimits=Sites=5000 instead.")]
    [InlineData("TomographyMostMaterials", "Write -p:TomographyLimits=Rows=5000 instead.")]
    [InlineData("TomographyMostUnpackedBytes", "Write -p:TomographyLimits=FileBytes=5000 instead.")]
    [InlineData("TomographyMostJobs", "Write -p:TomographyLimits=Jobs=5000 instead.")]
    [InlineData("TomographyMostListed", "That limit is fixed at 10000: leave it out.")]
    public void A_former_property_of_a_limit_is_told_with_what_to_write_instead(string name, string instead) =>
        WarningsOf((name, "5000")).ShouldHaveSingleItem().ShouldContain($"'{name}' is no property any more, so it does nothing. {instead}");

    [Fact]
    public void A_limit_that_a_comma_cut_off_is_told() =>
        WarningsOf(("TomographyLimits", "Sites=5"), ("Rows", "10")).ShouldHaveSingleItem()
            .ShouldContain("'Rows' is a limit, not a property. Join limits with '+': -p:TomographyLimits=Sites=5+Rows=10.");

    [Fact]
    public void Environment_variables_are_not_told()
    {
        Environment.SetEnvironmentVariable("TomographyXyzzy", "1");
        try
        {
            WarningsOf().ShouldBeEmpty();
        }
        finally
        {
            Environment.SetEnvironmentVariable("TomographyXyzzy", null);
        }
    }

    [Fact]
    public void Properties_of_the_project_are_told_with_their_place_but_for_helpers_that_it_uses_itself()
    {
        var project = _folder.Write("study.proj", """
            <Project>
              <PropertyGroup>
                <TomographyHome>/data</TomographyHome>
                <TomographyStore>$(TomographyHome)/store</TomographyStore>
                <TomographyWorker>2</TomographyWorker>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup><TomographyThing Include="a" /></ItemGroup>
            </Project>
            """);
        var warning = WarningsOf([], project, _folder.PathOf("nowhere.props")).ShouldHaveSingleItem();
        warning.ShouldStartWith($"{project}(5): TOMO5001: 'TomographyWorker' is no property of a workflow");
        warning.ShouldContain("did you mean 'TomographyWorkers'?");
    }

    [Fact]
    public void The_table_of_the_documents_has_every_property_and_no_other()
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "running.md"));
        var section = text[text.IndexOf("## Properties", StringComparison.Ordinal)..];
        var rows = Row().Matches(section).Select(m => m.Groups["name"].Value);
        var others = section[section.IndexOf("Two more are", StringComparison.Ordinal)..];
        var more = Name().Matches(others).Select(m => m.Groups["name"].Value);
        rows.Concat(more).ShouldBe(WorkflowProperties.All);
    }

    [Fact]
    public void The_request_carries_every_property_and_the_tools_are_built_without_any()
    {
        var targets = XDocument.Load(Repository.PathOf("src", "Tomography.Workflows.Sdk", "Sdk", "Workflow.targets"));
        var request = targets.Root!.Elements("ItemGroup").Single().Element("TomographyRequest")!;
        foreach (var entry in request.Elements().Where(e => e.Name.LocalName is not ("StartFolder" or "DocsName" or "ShippedTemplates")))
            entry.Value.ShouldBe($"$({entry.Name.LocalName})");
        request.Elements().Select(e => e.Name.LocalName)
            .Except(["StartFolder", "DocsName", "ShippedTemplates"]).Append("TomographyTasksAssembly")
            .ShouldBe(WorkflowProperties.All, ignoreOrder: true);

        var build = XDocument.Load(Repository.PathOf("Directory.Build.targets"));
        var removed = build.Descendants("_TomographyWorkflowProperties").SelectMany(e => e.Value.Split(';'))
            .Where(n => n != "$(_TomographyWorkflowProperties)");
        removed.ShouldBe(WorkflowProperties.All);
    }

    private static List<string> WarningsOf(params (string Name, string Value)[] properties) => WarningsOf(properties, []);

    private static List<string> WarningsOf((string Name, string Value)[] properties, params string[] files)
    {
        var engine = new RecordingEngine(properties.ToDictionary(p => p.Name, p => p.Value));
        var task = new CheckProperties { BuildEngine = engine, Request = new TaskItem("/studies/a.proj") };
        task.Files = [.. files.Select(f => new TaskItem(f))];
        task.Execute().ShouldBeTrue();
        engine.Errors.ShouldBeEmpty();
        return engine.Warnings;
    }

    [GeneratedRegex(@"^\| `(?<name>\w+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>Tomography\\w+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
