using System.Diagnostics;
using Shouldly;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

public class Interrupting
{
    private const int SigHup = 1, SigInt = 2, SigTerm = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void An_interrupt_stops_the_build_and_its_workers_and_the_next_build_goes_on_from_there() => Interrupt(SigInt, exitCode: null);

    [Fact]
    public void A_termination_signal_stops_the_build_and_its_workers_with_exit_code_143() => Interrupt(SigTerm, exitCode: 143);

    [Fact]
    public void A_terminal_that_is_closed_stops_the_build_and_its_workers() => Interrupt(SigHup, exitCode: null);

    [Theory]
    [InlineData(SigHup)]
    [InlineData(SigTerm)]
    public void A_signal_to_the_whole_group_of_processes_counts_as_no_failure_and_loses_nothing(int signal)
    {
        // As terminals, systemd and batch systems send it: the workers hear of it before the build does.
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(seeds: "[1, 2]", epochs: 300_000, more: "retries: 0");
        using (var build = workspace.Start(experiment))
        {
            Wait(() => build.Children().Length == 2 && build.Text.Contains(" running", StringComparison.Ordinal), () => build.Text);
            build.SignalGroup(signal);
            var output = build.Finish(Patience);
            output.ExitCode.ShouldNotBe(0, output.Text);
            output.Text.ShouldNotContain("TOMO3001");
        }

        Directory.GetFiles(workspace.PathOf("store", "checkpoints")).Length.ShouldBe(2, "both jobs left a checkpoint");
        Directory.Exists(workspace.PathOf("store", "failures")).ShouldBeFalse();
    }

    [Fact]
    public void A_termination_signal_while_a_dataset_is_prepared_ends_with_exit_code_143()
    {
        using var workspace = new Workspace();
        var experiment = workspace.Write(
            "large.experiment.yaml",
            "experiment: large\ndataset: { phantom: { materials: 100000 } }\ntargets: [density]\nfeatures: []\n");
        using var build = workspace.Start(experiment);
        Wait(() => Directory.Exists(workspace.Store) || ProcessTree.Seconds(build.ProcessId) > 6, () => build.Text);
        build.Signal(SigTerm);
        build.Finish(Patience).ExitCode.ShouldBe(143);
    }

    private static void Interrupt(int signal, int? exitCode)
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(seeds: "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", epochs: 150);
        int done;
        int[] workers;
        using (var build = workspace.Start(experiment))
        {
            Wait(() => Results(workspace) >= 3, () => build.Text);
            workers = build.Children();
            workers.ShouldNotBeEmpty();
            build.Signal(signal);
            var output = build.Finish(Patience);
            output.ExitCode.ShouldNotBe(0, output.Text);
            if (exitCode is { } code) output.ExitCode.ShouldBe(code, output.Text);
            done = Results(workspace);
            done.ShouldBeLessThan(80, "the build was interrupted too late for this test");
        }

        Wait(() => !workers.Any(ProcessTree.Runs), () => "workers are left: " + string.Join(", ", workers.Where(ProcessTree.Runs)));
        Directory.EnumerateFiles(workspace.Store, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty("nothing partial is left");
        workspace.Build(experiment).ShouldSucceed().Jobs.ShouldBe((80, done, 80 - done, 0));
    }

    private static int Results(Workspace workspace) =>
        Directory.Exists(workspace.PathOf("store", "results"))
            ? Directory.EnumerateFiles(workspace.PathOf("store", "results"), "*.json", SearchOption.AllDirectories).Count()
            : 0;

    private static void Wait(Func<bool> condition, Func<string> state)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            if (clock.Elapsed > Patience) throw new TimeoutException(state());
            Thread.Sleep(20);
        }
    }
}
