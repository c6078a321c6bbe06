using Shouldly;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>What variables in paths of datasets stand for.</summary>
public sealed class VariablesOfPaths
{
    [Theory]
    [InlineData("A", "of the environment")]
    [InlineData("B", "of the command")]
    [InlineData("TomographyDataset", "/full/path")]
    public void The_command_counts_before_the_environment_and_the_dataset_is_a_full_path(string name, string value)
    {
        var environment = new Dictionary<string, string> { ["A"] = "of the environment", ["B"] = "hidden" };
        var properties = new Dictionary<string, string> { ["B"] = "of the command", ["TomographyDataset"] = "path" };
        PathVariables.Of(environment, properties, "/full/path")[name].ShouldBe(value);
    }
}
