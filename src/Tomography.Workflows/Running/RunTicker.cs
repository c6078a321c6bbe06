using System.Collections.Immutable;
using System.Diagnostics;

namespace Tomography.Workflows;

/// <summary>Tells how far a run is: the build every few seconds, and the status file more often.</summary>
internal sealed class RunTicker(StoreFolders folders, RunOptions options, TimeProvider clock)
{
    /// <summary>Ticks until the run is over.</summary>
    public async Task RunAsync(ImmutableArray<string> experiments, ProgressMeter meter, Stopwatch watch, Action<RunProgress> tell, Action<Diagnostic> warn, CancellationToken over)
    {
        var started = clock.GetUtcNow();
        RunStatusFile? file = null;
        var interval = options.StatusInterval < options.ProgressInterval ? options.StatusInterval : options.ProgressInterval;
        using var timer = new PeriodicTimer(interval);
        var told = TimeSpan.Zero;
        try
        {
            file = Try(() => RunStatusFile.Start(folders, interval), warn);
            while (true)
            {
                var progress = meter.Read();
                if (file is not null && Try(() => Written(file, new(Environment.MachineName, Environment.ProcessId, started, experiments, progress, meter.Running())), warn) is null)
                {
                    file.Dispose();
                    file = null;
                }

                await timer.WaitForNextTickAsync(over);
                if (watch.Elapsed - told < options.ProgressInterval) continue;
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

    private static RunStatusFile Written(RunStatusFile file, RunStatus status)
    {
        file.Write(status);
        return file;
    }

    /// <summary>A status that cannot be written must not end a run that can still train; the user hears of it once.</summary>
    private T? Try<T>(Func<T> act, Action<Diagnostic> warn)
        where T : class
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            warn(new(DiagnosticSeverity.Warning, DiagnosticCodes.StoreUnwritable, new(folders.Root), "", $"-t:Status cannot see this build, because its state could not be written: {e.Message}"));
            return null;
        }
    }
}
