using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Tomography.Workflows.Tests;

/// <summary>
/// A store of its own, a small study on a phantom, and real workers. Each worker leaves its process id in a file, so that a test can kill
/// it and can see that none is left.
/// </summary>
/// <param name="storeName">Name of the store's folder.</param>
internal sealed class Workshop(string storeName = "store") : IDisposable
{
    /// <summary>No test with processes may take longer; everything ends through this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    private const string Tiny = """
        experiment: tiny
        dataset: { phantom: { materials: 60, seed: 7 } }
        representations: [composition]
        targets: [density]
        features: [volume, is-hubbard]
        seeds: [1, 2]
        model: { convolutions: 1, atom-features: 4, hidden: 4 }
        training: { epochs: 2, batch-size: 16, milestones: [] }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _limit = new(Longest);

    public static string WorkerAssembly { get; } =
        Repository.PathOf(
            "src",
            "Tomography.Workflows.Worker",
            "bin",
            new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
            "net10.0",
            "Tomography.Workflows.Worker.dll");

    public CancellationToken Limit => _limit.Token;

    public string Store => _folder.PathOf(storeName);

    public string Logs => _folder.PathOf("logs");

    public ResultStore Results => new(Store);

    public FailureStore Failures => new(new(Store));

    public Observer Observer { get; } = new();

    /// <summary>Starts the worker as builds do, after its process id is written down; the shell is replaced by the worker.</summary>
    public WorkerCommand Worker => Shell("exec dotnet exec \"$0\" \"$@\"", WorkerAssembly);

    /// <summary>Plans the tiny study, with lines of it replaced.</summary>
    public Plan Plan(params (string Old, string New)[] changes)
    {
        var yaml = changes.Aggregate(Tiny, (text, change) => text.Replace(change.Old, change.New, StringComparison.Ordinal));
        var file = _folder.Write("tiny.experiment.yaml", yaml);
        return PlanFile(file);
    }

    /// <summary>Plans an experiment file.</summary>
    public Plan PlanFile(string file) =>
        PlanStage
            .Run(new([file], _folder.PathOf("out"), Store, ImmutableDictionary<string, string>.Empty), Limit)
            .Plans.ShouldHaveSingleItem();

    public string PathOf(params string[] parts) => _folder.PathOf(parts);

    /// <summary>A shell command as a worker.</summary>
    public WorkerCommand Shell(string script, params string[] arguments) =>
        new("/bin/sh", ["-c", $"echo $$ >> '{_folder.PathOf("pids")}'; {script}", .. arguments]);

    /// <summary>Process ids of all workers started so far.</summary>
    public int[] Workers() =>
        File.Exists(_folder.PathOf("pids"))
            ?
            [
                .. File.ReadAllLines(_folder.PathOf("pids"))
                    .Where(l => l.Length > 0)
                    .Select(l => int.Parse(l, CultureInfo.InvariantCulture)),
            ]
            : [];

    public Task<RunSummary> Run(Plan plan, int workers = 1, WorkerCommand? worker = null, CancellationToken? cancellation = null) =>
        TrainStage.RunAsync([plan], Store, Options(workers, worker), Observer, cancellation ?? Limit);

    public RunOptions Options(int workers, WorkerCommand? worker = null) =>
        Options(workers, new ProcessWorkers(worker ?? Worker, Logs));

    public RunOptions Options(int workers, IWorkerSource source) =>
        new(source, workers, Logs, TimeSpan.FromMilliseconds(20))
        {
            BusyInterval = TimeSpan.FromMilliseconds(20), StatusInterval = TimeSpan.FromMilliseconds(10),
        };

    /// <summary>Waits until something is so, at most as long as a test may take.</summary>
    public async Task Until(Func<bool> condition)
    {
        while (!condition()) await Task.Delay(10, Limit);
    }

    /// <summary>Waits until a job of the run is in the middle of training.</summary>
    public Task UntilTraining(Plan plan) =>
        Until(() => Observer.Progresses.Any(p => p.Running > 0 && p.Left is not null) || plan.Jobs.Any(j => Results.Contains(j.Key)));

    public static bool IsAlive(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public void NoWorkerIsLeft() => Workers().Where(IsAlive).ShouldBeEmpty();

    /// <summary>All numbers of all results of a plan, as bits; what differs from run to run (times, machine) is left out.</summary>
    public Dictionary<string, string> Numbers(Plan plan) =>
        plan.Jobs.ToDictionary(j => j.Title, j =>
        {
            var result = Results.Read(j.Key, damage => damage.ShouldBeNull()).ShouldNotBeNull(j.Title);
            return $"{result.Scores[0].BestEpoch} {result.Epochs} {result.Materials} {string.Join(' ', Samples.Bits(result))}";
        });

    /// <summary>What the jobs of a plan left beside their results, by job and file, as text.</summary>
    public Dictionary<string, string> Kept(Plan plan)
    {
        var folders = new StoreFolders(Store);
        string[] all = [folders.Predictions, folders.Latents, folders.Weights];
        var files = from folder in all from job in plan.Jobs
                    select (job.Title, Path: Path.Combine(folder, job.Key.Value[..2], job.Key.Value + ".bin"));
        return files.Where(f => File.Exists(f.Path))
            .ToDictionary(f => $"{f.Title}: {Path.GetRelativePath(Store, f.Path)}", f => Convert.ToHexString(File.ReadAllBytes(f.Path)));
    }

    /// <summary>The store holds whole results of the plan and nothing half-written.</summary>
    public void NothingPartialIsStored(Plan plan)
    {
        var files = Directory.Exists(Path.Combine(Store, "results"))
            ? Directory.GetFiles(Path.Combine(Store, "results"), "*", SearchOption.AllDirectories)
            : [];
        files.ShouldAllBe(f => f.EndsWith(".json", StringComparison.Ordinal));
        foreach (var job in plan.Jobs) Results.Read(job.Key, damage => damage.ShouldBeNull());
    }

    public void Dispose()
    {
        foreach (var worker in Workers().Where(IsAlive)) Process.GetProcessById(worker).Kill();
        _limit.Dispose();
        _folder.Dispose();
    }
}
