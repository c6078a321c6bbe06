using Shouldly;
using Xunit;

namespace Tomography.Workflows.Tests;

public sealed class SteeringNamesTheNextCommand : IDisposable
{
    private readonly Workshop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData(
        "sweep.proj",
        "phantom.experiment.yaml",
        "dotnet build sweep.proj -t:Steer -p:Experiment=phantom.experiment.yaml -p:Budget=100"
    )]
    [InlineData(
        "oxides.proj",
        "../mine.experiment.yaml",
        "dotnet build oxides.proj -t:Steer -p:Experiment=../mine.experiment.yaml -p:Budget=100"
    )]
    [InlineData(
        "my study.proj",
        "größe%.experiment.yaml",
        "dotnet build \"my study.proj\" -t:Steer -p:Experiment=größe%25.experiment.yaml -p:Budget=100"
    )]
    [InlineData(
        "a.proj",
        "$(b)'s.experiment.yaml",
        @"dotnet build a.proj -t:Steer '-p:Experiment=$(b)'\''s.experiment.yaml' -p:Budget=100"
    )]
    public void It_names_project_and_experiment_from_the_folder_of_the_project_as_shells_and_MSBuild_take_them(
        string project,
        string experiment,
        string command
    ) =>
        SteerCommand
            .Of($"/studies/oxides/{project}", _shop.Plan() with { File = Path.GetFullPath(experiment, "/studies/oxides") })
            .ShouldBe(command);

    [Fact]
    public void There_is_none_without_a_project_nor_for_an_experiment_that_cannot_be_named_or_has_a_matrix()
    {
        SteerCommand.Of("/studies/a.proj", _shop.Plan() with { File = "/studies/a;b.experiment.yaml" }).ShouldBeEmpty();
        SteerCommand.Of("", _shop.Plan()).ShouldBeEmpty();
        SteerCommand.Of("/studies/a.proj", _shop.Plan(("seeds:", "matrix: { training.epochs: [1, 2] }\nseeds:"))).ShouldBeEmpty();
    }
}
