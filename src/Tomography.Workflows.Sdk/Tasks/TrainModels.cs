using System.Globalization;
using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary>Trains the jobs of plans that the store lacks, in worker processes.</summary>
public sealed class TrainModels : WorkflowTask
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(15);

    /// <summary>The plans, as <see cref="PlanExperiments"/> wrote them.</summary>
    [Required]
    public ITaskItem[] Plans { get; set; } = [];

    /// <summary>Full path of the worker's assembly.</summary>
    [Required]
    public string Worker { get; set; } = "";

    /// <summary>Workers at a time; empty for one per core.</summary>
    public string Workers { get; set; } = "";

    /// <summary>Jobs of all plans.</summary>
    [Output]
    public int Planned { get; private set; }

    /// <summary>Jobs whose result was there.</summary>
    [Output]
    public int AlreadyDone { get; private set; }

    /// <summary>Jobs trained now.</summary>
    [Output]
    public int Trained { get; private set; }

    /// <summary>Jobs that failed.</summary>
    [Output]
    public int Failed { get; private set; }

    /// <summary>How long training took.</summary>
    [Output]
    public string Elapsed { get; private set; } = "";

    private protected override void Run(CancellationToken cancellation)
    {
        var workers = Environment.ProcessorCount;
        if (Workers.Length > 0 && (!int.TryParse(Workers, NumberStyles.None, CultureInfo.InvariantCulture, out workers) || workers is < 1 or > 1024))
        {
            Log.LogError(null, DiagnosticCodes.OutOfRange, null, null, 0, 0, 0, 0, "TomographyWorkers must be from 1 to 1024, not '{0}'; leave it out for one worker per core.", Workers);
            return;
        }

        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var options = new RunOptions(new(host, ["exec", Worker]), workers, LogFolder, TimeSpan.FromSeconds(5));
        var plans = Plans.Select(p => PlanStage.Read(p.GetMetadata("FullPath"))).ToArray();
        using var ended = new ManualResetEventSlim();

        // SIGTERM does not reach Cancel: MSBuild's process would exit 0 at once, leaving workers behind. This holds it until they have stopped.
        void OnProcessExit(object? sender, EventArgs e)
        {
            Cancel();
            ended.Wait(StopTime);
            Environment.ExitCode = 143;
        }

        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        try
        {
            var summary = TrainStage.RunAsync(plans, Store, options, new BuildObserver(Log), cancellation).GetAwaiter().GetResult();
            (Planned, AlreadyDone, Trained, Failed, Elapsed) = (summary.Planned, summary.AlreadyDone, summary.Trained, summary.Failures.Length, Durations.Show(summary.Elapsed));
            Log.Report(summary.Problems);
            cancellation.ThrowIfCancellationRequested();
        }
        finally
        {
            ended.Set();
            AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        }
    }
}
