using System.Collections.Immutable;
using Shouldly;
using Xunit;

namespace Tomography.Workflows.Tests;

public sealed class SteeringNamesTheNextCommand : IDisposable
{
    private static readonly BuildOrigin s_checkout = new("/studies/workflows/sweep.proj", "/studies", [], []);

    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData(
        "workflows/sweep.proj",
        "workflows/phantom.experiment.yaml",
        "dotnet build workflows/sweep.proj -t:Steer -p:Budget=100 -p:Experiment=workflows/phantom.experiment.yaml"
    )]
    [InlineData(
        "oxides.proj",
        "../mine.experiment.yaml",
        "dotnet build oxides.proj -t:Steer -p:Budget=100 -p:Experiment=/mine.experiment.yaml"
    )]
    [InlineData(
        "my study.proj",
        "größe%.experiment.yaml",
        "dotnet build \"my study.proj\" -t:Steer -p:Budget=100 -p:Experiment=größe%25.experiment.yaml"
    )]
    [InlineData(
        "a.proj",
        "$(b)'s.experiment.yaml",
        @"dotnet build a.proj -t:Steer -p:Budget=100 '-p:Experiment=$(b)'\''s.experiment.yaml'"
    )]
    public void It_names_project_and_experiment_from_where_the_build_was_started_as_shells_and_MSBuild_take_them(
        string project,
        string experiment,
        string command
    ) =>
        BuildCommand
            .Steer(s_checkout with { Project = $"/studies/{project}" }, PlanOf(Path.GetFullPath(experiment, "/studies")))
            .ShouldBe(command);

    [Fact]
    public void It_repeats_the_store_the_output_and_whatever_else_was_given_with_the_build()
    {
        var origin = s_checkout with
        {
            Paths = [("TomographyStore", "/mnt/our store"), ("TomographyOutput", "/studies/out;2")],
            Values = [("TomographyLimits", "Sites=5000+Rows=10")],
        };
        var command = BuildCommand.Steer(origin, PlanOf("/studies/mine.experiment.yaml"));
        command.ShouldEndWith(
            " -p:Experiment=mine.experiment.yaml \"-p:TomographyStore=/mnt/our store\" -p:TomographyOutput=out%3B2 "
                + "\"-p:TomographyLimits=Sites=5000+Rows=10\"");
        BuildCommand.Of(origin, "/studies/next.experiment.yaml").ShouldBe(
            command.Replace(" -t:Steer -p:Budget=100", "").Replace("mine.", "next."));
    }

    [Fact]
    public void There_is_none_without_a_project_nor_for_an_experiment_that_cannot_be_named_or_has_a_matrix()
    {
        BuildCommand.Steer(s_checkout, PlanOf("/studies/a;b.experiment.yaml")).ShouldBeEmpty();
        BuildCommand.Steer(null, _shop.Plan()).ShouldBeEmpty();
        BuildCommand.Steer(s_checkout, _shop.Plan(("seeds:", "matrix: { training.epochs: [1, 2] }\nseeds:"))).ShouldBeEmpty();
    }

    private Plan PlanOf(string file) => _shop.Plan() with { File = file };
}
