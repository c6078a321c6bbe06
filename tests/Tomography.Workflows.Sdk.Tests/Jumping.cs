using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>The machine's clock jumps by years, back and forth, while builds train.</summary>
[Collection(RealBuilds.Name)]
public class Jumping
{
    // The whole process tree sees the file's time; what measures durations goes on undisturbed, as on a real machine.
    private static string[] Environment(string clock, bool locks) =>
    [
        $"LD_PRELOAD={ClockTheoryAttribute.Library}", $"FAKETIME_TIMESTAMP_FILE={clock}", "FAKETIME_CACHE_DURATION=1", "FAKETIME_DONT_FAKE_MONOTONIC=1",
        .. locks ? Array.Empty<string>() : ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING=1"],
    ];

    [ClockTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_clock_that_jumps_makes_no_job_train_twice_or_never_and_changes_no_result(bool locks)
    {
        using var undisturbed = new Workspace();
        undisturbed.Build(undisturbed.WriteExperiment(seeds: "[1, 2, 3, 4]", epochs: 800)).ShouldSucceed();

        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(seeds: "[1, 2, 3, 4]", epochs: 800);
        var other = workspace.Write("copy.experiment.yaml", File.ReadAllText(experiment).Replace("experiment: small", "experiment: copy"));
        var clock = workspace.Write("clock", "+0\n");
        var environment = Environment(clock, locks);
        var results = new ResultStore(workspace.Store);
        using var one = workspace.StartWith(environment, experiment, "-p:TomographyCheckpointSeconds=0.05");
        using var two = workspace.StartWith(environment, other, "-p:TomographyCheckpointSeconds=0.05");
        foreach (var (trained, jump) in new[] { (1, "+400d"), (8, "-4000d"), (16, "+30y"), (24, "-1d") })
        {
            var watch = Stopwatch.StartNew();
            while (results.Keys().Count() < trained && !(one.HasExited && two.HasExited) && watch.Elapsed < TimeSpan.FromMinutes(2)) Thread.Sleep(5);
            (one.HasExited && two.HasExited).ShouldBeFalse($"nothing runs any more at {jump}");
            File.WriteAllText(clock + ".new", jump + "\n");
            File.Move(clock + ".new", clock, overwrite: true);
        }

        var outputs = new[] { one, two }.Select(b => b.Finish(TimeSpan.FromMinutes(4)).ShouldSucceed()).ToArray();
        outputs.Sum(o => o.Jobs.Trained).ShouldBe(32, outputs[0].Text + outputs[1].Text);
        outputs.ShouldAllBe(o => !o.Text.Contains("warning") && !o.Text.Contains("about -"));
        workspace.Numbers().ShouldBe(undisturbed.Numbers());
        results.Keys().Select(k => results.Read(k, damage => damage.ShouldBeNull())!.Provenance.Finished.Year).Distinct().Count().ShouldBeGreaterThan(2, "the processes saw the clock jump");
        foreach (var line in File.ReadLines(workspace.PathOf("out", "small", "results.csv")).Skip(1))
            double.Parse(line.Split(',')[8], CultureInfo.InvariantCulture).ShouldBeInRange(0, 240, "seconds are those that passed");

        // Twenty years earlier all is still there, also for those who clean up.
        File.WriteAllText(clock, "-20y\n");
        using (var again = workspace.StartWith(environment, experiment))
            again.Finish(TimeSpan.FromMinutes(2)).ShouldSucceed().Jobs.Trained.ShouldBe(0);
        using (var prune = workspace.StartWith(environment, experiment, "-t:Prune"))
            prune.Finish(TimeSpan.FromMinutes(2)).ShouldSucceed().Text.ShouldContain("Prune: the store holds nothing that the given experiments do not reference.");
    }
}
