using Shouldly;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>Every limit is told with its code and raised as its message says; nothing hostile gets through a build.</summary>
public class Limiting
{
    [Fact]
    public void A_limit_is_told_with_the_option_that_raises_it_and_raised_by_it()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment();
        var build = workspace.Build(experiment, "-t:Validate", "-p:TomographyLimits=Jobs=10");
        build.ExitCode.ShouldBe(1);
        build.Text.ShouldContain(
            $"{experiment}(1,1): error TOMO1013: 'small' has up to 16 jobs, more than 10; where that is meant, -p:TomographyLimits=Jobs=16 "
                + $"raises the limit.");
        workspace.Build(experiment, "-t:Validate", "-p:TomographyLimits=Jobs=16+Sites=3000%3BRows=100").ShouldSucceed();
    }

    [Fact]
    public void Every_mistake_in_the_limits_is_told_at_once()
    {
        using var workspace = new Workspace();
        var build = workspace.Build(workspace.WriteExperiment(), "-t:Validate", "-p:TomographyLimits=Sites=many+Job=5+Jobs=0");
        build.ExitCode.ShouldBe(1);
        build.Text.ShouldContain(
            "error TOMO2020: TomographyLimits: Sites must be a whole number from 1 to 1048575, not 'many'; its default is 2000.");
        build.Text.ShouldContain("error TOMO2020: TomographyLimits: 'Job' is no limit that can be set; did you mean 'Jobs'?");
        build.Text.ShouldContain("Limits: Sites, Rows, CifCharacters, FileBytes, Variants, Jobs.");
        build.Text.ShouldContain("error TOMO2020: TomographyLimits: Jobs must be a whole number from 1");
    }

    [Fact]
    public void A_dataset_of_ten_gigabytes_is_told_by_its_length()
    {
        using var workspace = new Workspace();
        using (var file = new FileStream(workspace.PathOf("huge.csv"), FileMode.CreateNew)) file.SetLength(10L << 30);
        var experiment = workspace.Write("huge.experiment.yaml", "experiment: huge\ndataset: { csv: huge.csv }\ntargets: [density]\n");
        var build = workspace.Build(experiment, "-t:Validate");
        build.ExitCode.ShouldBe(1);
        build.Text.ShouldContain("error TOMO2019: ");
        build.Text.ShouldContain("-p:TomographyLimits=FileBytes=10737418240");
    }

    [Fact]
    public void Names_cannot_lead_out_of_the_output_folder()
    {
        using var workspace = new Workspace();
        foreach (var name in new[] { "../escaped", "/tmp/escaped", "a/b", "..", "<b>bold</b>", "$(escaped)" })
        {
            var experiment = workspace.Write(
                "bad.experiment.yaml",
                $"experiment: '{name}'\ndataset: {{ phantom: {{ materials: 40 }} }}\ntargets: [density]\n");
            var build = workspace.Build(experiment, "-t:Validate");
            build.ExitCode.ShouldBe(1, name);
            build.Text.ShouldContain("error TOMO1004: ");
        }

        Directory.Exists(workspace.Output).ShouldBeFalse();
    }
}
