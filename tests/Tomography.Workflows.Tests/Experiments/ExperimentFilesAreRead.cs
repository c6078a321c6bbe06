using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Workflows.Tests;

public sealed class ExperimentFilesAreRead : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_that_are_named_start_from_where_the_command_was_given() =>
        ExperimentFiles
            .Choose(" a.experiment.yaml; sub/b.experiment.yaml;", "/start", "c.experiment.yaml", "/project")
            .ShouldBe(["/start/a.experiment.yaml", "/start/sub/b.experiment.yaml"]);

    [Fact]
    public void Else_those_that_the_project_names_start_from_the_project() =>
        ExperimentFiles
            .Choose("", "/start", "c.experiment.yaml;/other/d.experiment.yaml", "/project")
            .ShouldBe(["/project/c.experiment.yaml", "/other/d.experiment.yaml"]);

    [Fact]
    public void Else_all_beside_the_project_run_in_the_order_of_their_names_but_what_steering_wrote()
    {
        foreach (var name in new[] { "b.experiment.yaml", "next.experiment.yaml", "a.experiment.yaml", "notes.yaml" })
            _folder.Write(name, "");
        ExperimentFiles
            .Choose(";", "/start", "", _folder.Root)
            .ShouldBe([_folder.PathOf("a.experiment.yaml"), _folder.PathOf("b.experiment.yaml")]);
    }

    [Fact]
    public void Where_there_is_none_the_message_says_where_one_was_looked_for()
    {
        _folder.Write(ExperimentFiles.Next, "");
        var problem = Should
            .Throw<DiagnosticException>(() => ExperimentFiles.Choose("", "/start", "", _folder.Root))
            .Diagnostics.ShouldHaveSingleItem();
        problem.Code.ShouldBe("TOMO1008");
        problem.Message.ShouldBe(
            $"There is no experiment file (*.experiment.yaml) beside the project in '{_folder.Root}'. Write one there, or name one with "
                + $"-p:Experiment=file.");
    }
}
