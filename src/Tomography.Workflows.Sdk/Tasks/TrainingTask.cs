using System.Globalization;
using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary>What tasks share that train models.</summary>
public abstract class TrainingTask : ExperimentTask
{
    /// <summary>How the run ended, in one line; empty where nothing was run.</summary>
    [Output]
    public string Summary { get; private set; } = "";

    /// <summary>Trains what the store lacks of some plans, and tells how it went.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="onRound">
    /// Told of each plan that got more models by the results of its others, by its place; null where these are not trained.
    /// </param>
    /// <returns>Whether it was run, and no model failed.</returns>
    private protected bool Train(IReadOnlyList<Plan> plans, CancellationToken cancellation, Action<int, Plan>? onRound = null)
    {
        var asked = Asked;
        if (ReadDevices() is not var (devices, workers)) return false;
        if (ReadInterval() is not { } interval) return false;
        if (ReadFlag(nameof(asked.KeepGoing), asked.KeepGoing, otherwise: true) is not { } keepGoing) return false;
        var slots = new DeviceSlots(WorkerCommand, LogFolder, devices, workers, Environment.ProcessorCount);
        var options = new RunOptions(slots, LogFolder, TimeSpan.FromSeconds(5))
        {
            KeepGoing = keepGoing,
            CheckpointInterval = interval,
        };
        var observer = new BuildObserver(Log, Diagnostics);
        var run = onRound is null
            ? TrainStage.RunAsync(plans, asked.Store, options, observer, cancellation)
            : TrainStage.RunRoundsAsync(plans, asked.Store, options, observer, onRound, Damaged, cancellation);
        var summary = run.GetAwaiter().GetResult();
        Summary = summary.ToString();
        ListFailures(summary, keepGoing);
        Report(summary.Problems);
        cancellation.ThrowIfCancellationRequested();
        return summary.Failures.IsEmpty && summary.Problems.IsEmpty;
    }

    private void ListFailures(RunSummary summary, bool keepGoing)
    {
        if (summary.Failures.IsEmpty) return;
        Log.LogMessage(MessageImportance.High, "Failed jobs ({0}):", summary.Failures.Length);
        foreach (var failure in summary.Failures)
        {
            var attempts = $"{failure.Attempts} attempt{(failure.Attempts == 1 ? "" : "s")}";
            Log.LogMessage(
                MessageImportance.High, "  {0}  {1}: {2} ({3}, log {4})",
                failure.Key.Short, failure.Title, failure.Reason, attempts, failure.LogPath);
        }

        const string Stopped = "Stopped at the first failure (KeepGoing=false); the other jobs are left for the next build.";
        if (!keepGoing) Log.LogMessage(MessageImportance.High, Stopped);
    }

    /// <summary>Time between two checkpoints; null, and logged, where it is not valid.</summary>
    private protected TimeSpan? ReadInterval()
    {
        var text = Asked.CheckpointSeconds;
        if (text.Length == 0) return RunOptions.UsualCheckpointInterval;
        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds);
        if (isNumber && seconds is >= 0.01 and <= 86_400) return TimeSpan.FromSeconds(seconds);
        ReportProperty(
            DiagnosticCodes.OutOfRange,
            $"TomographyCheckpointSeconds must be from 0.01 to 86400, not '{text}'; leave it out for 30.");
        return null;
    }
}
