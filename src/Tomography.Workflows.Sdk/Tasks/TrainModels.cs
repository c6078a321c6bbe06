using System.Globalization;
using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary>Trains the jobs of plans that the store lacks, in worker processes.</summary>
public sealed class TrainModels : WorkflowTask
{
    /// <summary>The plans, as <see cref="PlanExperiments"/> wrote them.</summary>
    [Required]
    public ITaskItem[] Plans { get; set; } = [];

    /// <summary>Full path of the worker's assembly.</summary>
    [Required]
    public string Worker { get; set; } = "";

    /// <summary>Workers at a time; empty for one per core.</summary>
    public string Workers { get; set; } = "";

    /// <summary>Whether the other jobs are trained after one has failed, <c>true</c> or <c>false</c>; if not, the first failure ends the run. Empty for true.</summary>
    public string KeepGoing { get; set; } = "";

    /// <summary>Seconds between two checkpoints of a job; empty for 30.</summary>
    public string CheckpointSeconds { get; set; } = "";

    /// <summary>How the run ended, in one line; empty where nothing was run.</summary>
    [Output]
    public string Summary { get; private set; } = "";

    private protected override void Run(CancellationToken cancellation)
    {
        if (WorkerCount.Parse(Workers, ReportProperty) is not { } workers || CheckpointInterval() is not { } interval || ReadFlag(nameof(KeepGoing), KeepGoing, otherwise: true) is not { } keepGoing) return;
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var options = new RunOptions(new(host, ["exec", Worker]), workers, LogFolder, TimeSpan.FromSeconds(5)) { KeepGoing = keepGoing, CheckpointInterval = interval };
        var plans = Plans.Select(p => PlanStage.Read(p.GetMetadata("FullPath"))).ToArray();
        var summary = TrainStage.RunAsync(plans, Store, options, new BuildObserver(Log, Diagnostics), cancellation).GetAwaiter().GetResult();
        Summary = summary.ToString();
        ListFailures(summary, keepGoing);
        Report(summary.Problems);
        cancellation.ThrowIfCancellationRequested();
    }

    private void ListFailures(RunSummary summary, bool keepGoing)
    {
        if (summary.Failures.IsEmpty) return;
        Log.LogMessage(MessageImportance.High, "Failed jobs ({0}):", summary.Failures.Length);
        foreach (var failure in summary.Failures)
            Log.LogMessage(MessageImportance.High, "  {0}  {1}: {2} ({3} attempt{4}, log {5})", failure.Key.Short, failure.Title, failure.Reason, failure.Attempts, failure.Attempts == 1 ? "" : "s", failure.LogPath);
        if (!keepGoing) Log.LogMessage(MessageImportance.High, "Stopped at the first failure (KeepGoing=false); the other jobs are left for the next build.");
    }

    private TimeSpan? CheckpointInterval()
    {
        if (CheckpointSeconds.Length == 0) return TimeSpan.FromSeconds(30);
        if (double.TryParse(CheckpointSeconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.01 and <= 86_400) return TimeSpan.FromSeconds(seconds);
        ReportProperty(DiagnosticCodes.OutOfRange, $"TomographyCheckpointSeconds must be from 0.01 to 86400, not '{CheckpointSeconds}'; leave it out for 30.");
        return null;
    }
}
