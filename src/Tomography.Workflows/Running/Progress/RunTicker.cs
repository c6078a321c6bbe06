using System.Collections.Immutable;
using System.Diagnostics;

namespace Tomography.Workflows;

/// <summary>Tells how far a run is: the build every few seconds and then less often, and the status file more often.</summary>
internal sealed class RunTicker(StoreFolders folders, RunOptions options, TimeProvider clock)
{
    /// <summary>Ticks until the run is over.</summary>
    public async Task RunAsync(
        ImmutableArray<string> experiments,
        ProgressMeter meter,
        Stopwatch watch,
        Action<RunProgress> tell,
        Action<Diagnostic> warn,
        CancellationToken over)
    {
        var started = clock.GetUtcNow();
        RunStatusFile? file = null;
        var interval = options.StatusInterval < options.ProgressInterval ? options.StatusInterval : options.ProgressInterval;
        using var timer = new PeriodicTimer(interval);
        var told = TimeSpan.Zero;
        var isWarned = false;
        try
        {
            while (true)
            {
                var problem = Try(() =>
                {
                    file ??= RunStatusFile.Start(folders, interval);
                    file.Write(new(Environment.MachineName, Environment.ProcessId, started, experiments, meter.Read(), meter.Running()));
                });
                // What could not be written is tried again with the next tick, but told once.
                if (problem is not null && !isWarned) warn(problem);
                isWarned |= problem is not null;
                await timer.WaitForNextTickAsync(over);
                if (watch.Elapsed - told < ProgressPause.After(told, options.ProgressInterval)) continue;
                told = watch.Elapsed;
                tell(meter.Read());
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The run is over: there is no more progress to tell.
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <summary>A status that cannot be written must not end a run that can still train.</summary>
    private Diagnostic? Try(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(
                DiagnosticSeverity.Warning,
                DiagnosticCodes.StoreUnwritable,
                new(folders.Root),
                "",
                $"-t:Status cannot see this build, because its state could not be written: {e.Message}");
        }
    }
}
