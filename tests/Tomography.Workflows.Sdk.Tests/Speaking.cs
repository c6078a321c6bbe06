using System.Globalization;
using Microsoft.Build.Utilities;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>MSBuild speaks the language of the machine; what the workflow says and stores reads the same on every machine.</summary>
public sealed class Speaking : IDisposable
{
    private static readonly string[] German = ["env", "LC_ALL=de_DE.UTF-8", "DOTNET_CLI_UI_LANGUAGE=de"];
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        _folder.Dispose();
    }

    [Fact]
    public void A_build_in_German_tells_numbers_with_a_point()
    {
        using var workspace = new Workspace();
        var experiment = workspace.WriteExperiment(more: "split: { train: 0.8, validation: 0.2, test: 0.25 }");
        using var run = workspace.StartWith(German, experiment, "-t:Validate");
        var build = run.Finish(TimeSpan.FromMinutes(5));
        build.Text.ShouldContain("error TOMO1005: The shares of 'split' sum to 1.25, more than 1;");
    }

    [Fact]
    public void What_is_stored_of_a_dataset_is_the_same_in_every_culture()
    {
        // The first cell is flat; what is wrong with it is kept with the prepared dataset.
        var rows = Enumerable.Range(0, 12).Select(i => $"m{i},{1 + i},\"{Cubic(i == 0 ? "0.15" : "4.5")}\"\n");
        _folder.Write("cubes.csv", "material_id,density,cif\n" + string.Concat(rows));
        _folder.Write("cubes.experiment.yaml", """
            experiment: cubes
            dataset: { csv: cubes.csv }
            targets: [density]
            split: { train: 0.4, validation: 0.3, test: 0.3 }
            """);
        var plain = Validate("plain");
        var comma = SpeakWithComma();
        var other = Validate("other");
        CultureInfo.CurrentCulture.ShouldBe(comma, "MSBuild gets its own back");

        plain.Warnings.ShouldContain(w => w.Contains("0.15 angstrom", StringComparison.Ordinal));
        other.Warnings.ShouldBe(plain.Warnings);
        Files("other").ShouldBe(Files("plain"));
    }

    [Fact]
    public void Threads_and_tasks_that_a_task_starts_speak_as_it_does()
    {
        SpeakWithComma();
        var task = new Counting { BuildEngine = new RecordingEngine([]), Request = new TaskItem(_folder.PathOf("a.proj")) };
        task.Execute().ShouldBeTrue();
        task.Said.ShouldBe(["here 0.5", "task 0.5", "thread 0.5", "parallel 0.5", "later 0.5"]);
        $"{0.5}".ShouldBe("0,5");
    }

    /// <summary>Tests know the invariant culture alone; this is what German changes in it.</summary>
    private static CultureInfo SpeakWithComma()
    {
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        $"{0.5}".ShouldBe("0,5");
        return comma;
    }

    private RecordingEngine Validate(string name)
    {
        var engine = new RecordingEngine([]);
        var request = new TaskItem(_folder.PathOf("a.proj"));
        request.SetMetadata("Experiment", "cubes.experiment.yaml");
        request.SetMetadata("TomographyStore", name);
        request.SetMetadata("TomographyOutput", "out");
        new ValidateExperiments { BuildEngine = engine, Request = request }.Execute().ShouldBeTrue(string.Join('\n', engine.Errors));
        return engine;
    }

    private Dictionary<string, string> Files(string name) =>
        Directory.EnumerateFiles(_folder.PathOf(name), "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(_folder.PathOf(name), f), f => Convert.ToHexString(File.ReadAllBytes(f)));

    private static string Cubic(string height) =>
        $"data_x\n_cell_length_a 4.5\n_cell_length_b 4.5\n_cell_length_c {height}\n"
        + "_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n"
        + "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nNa1 0 0 0\n";

    private sealed class Counting : WorkflowTask
    {
        public List<string> Said { get; } = [];

        private protected override void Run(CancellationToken cancellation) => SayAsync().GetAwaiter().GetResult();

        private async System.Threading.Tasks.Task SayAsync()
        {
            Say("here");
            await System.Threading.Tasks.Task.Run(() => Say("task"), CancellationToken.None);
            var thread = new Thread(() => Say("thread"));
            thread.Start();
            thread.Join();
            Parallel.For(0, 4, i =>
            {
                if (i == 3) Say("parallel");
            });
            await System.Threading.Tasks.Task.Yield();
            Say("later");
        }

        private void Say(string who) => Said.Add($"{who} {0.5}");
    }
}
