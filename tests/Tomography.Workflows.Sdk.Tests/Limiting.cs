using Shouldly;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>Every limit is told with its code and raised by its property; nothing hostile gets through a build.</summary>
[Collection(RealBuilds.Name)]
public class Limiting
{
    [Fact]
    public void A_limit_is_told_with_the_property_that_raises_it_and_raised_by_it()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment();
        var build = workspace.Build(experiment, "-t:Validate", "-p:TomographyMostJobs=10");
        build.ExitCode.ShouldBe(1);
        build.Text.ShouldContain($"{experiment}(1,1): error TOMO1013: 'small' has up to 16 jobs, more than 10; where that is meant, -p:TomographyMostJobs=16 raises the limit.");
        workspace.Build(experiment, "-t:Validate", "-p:TomographyMostJobs=16").ShouldSucceed();
        workspace.Build(experiment, "-t:Validate", "-p:TomographyMostListed=1").Text.ShouldContain("error TOMO1013: 'targets' has 2 entries, more than 1; where that is meant, -p:TomographyMostListed=2 raises the limit.");
        workspace.Build(experiment, "-t:Validate", "-p:TomographyMostSites=many").Text.ShouldContain("error TOMO2020: TomographyMostSites must be a whole number from 1");
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
        build.Text.ShouldContain("TomographyMostFileBytes");
    }

    [Fact]
    public void Names_cannot_lead_out_of_the_output_folder()
    {
        using var workspace = new Workspace();
        foreach (var name in new[] { "../escaped", "/tmp/escaped", "a/b", "..", "<b>bold</b>", "$(escaped)" })
        {
            var experiment = workspace.Write("bad.experiment.yaml", $"experiment: '{name}'\ndataset: {{ phantom: {{ materials: 40 }} }}\ntargets: [density]\n");
            var build = workspace.Build(experiment, "-t:Validate");
            build.ExitCode.ShouldBe(1, name);
            build.Text.ShouldContain("error TOMO1004: ");
        }

        Directory.Exists(workspace.Output).ShouldBeFalse();
    }
}
