using System.Collections.Immutable;
using System.Diagnostics;

namespace Tomography.Workflows.Worker;

/// <summary>
/// Tells in the store, every second, what workers of one process are doing that pull, so that <c>-t:Status</c> and <c>-t:Prune</c> know of
/// it.
/// </summary>
internal sealed class PullStatus : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly int _planned;
    private readonly string? _device;
    private readonly ArrayTask? _task;
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly Dictionary<JobKey, RunningJob> _running = [];
    private readonly Dictionary<JobKey, (int Epoch, long Since)> _began = [];
    private readonly RunStatusFile? _file;
    private readonly Timer? _timer;
    private int _done, _failed;

    /// <summary>Begins to tell.</summary>
    /// <param name="folders">The store.</param>
    /// <param name="planned">Models of the plan.</param>
    /// <param name="device">The id of the device.</param>
    /// <param name="task">Which task of an array it is; null where it is none.</param>
    public PullStatus(StoreFolders folders, int planned, string device, ArrayTask? task = null)
    {
        (_planned, _device, _task) = (planned, DeviceKind.IsCpu(device) ? null : device, task);
        try
        {
            _file = RunStatusFile.Start(folders, Interval);
            _timer = new(_ => Write(), null, TimeSpan.Zero, Interval);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody sees this worker; a store that cannot be written is told by the first result.
        }
    }

    /// <summary>A round begins, with so many models done or given up.</summary>
    public void Start(int done)
    {
        // Several workers of one process tell together; the one that looked last may know less than the others have done since.
        lock (_lock) _done = Math.Max(_done, done);
    }

    /// <summary>What the trainer reports.</summary>
    public void Hear(CohortOrder cohort, ModelOrder model, WorkReport report)
    {
        lock (_lock)
        {
            switch (report.Kind)
            {
                case WorkReportKind.Started:
                    _began[model.Key] = (report.Epoch, Stopwatch.GetTimestamp());
                    var unit = cohort.Properties.FirstOrDefault(p => p.Name == model.Target)?.Unit ?? "";
                    _running[model.Key] = new(model.Key, model.Title, report.Epoch, cohort.Training.Epochs, null, unit)
                    {
                        Device = _device,
                    };
                    break;
                case WorkReportKind.Epoch when _running.TryGetValue(model.Key, out var job):
                    _running[model.Key] = job with
                    {
                        Epoch = report.Epoch, ValidationMae = report.ValidationMae, Trained = TrainedOf(model.Key, report.Epoch),
                    };
                    break;
                case WorkReportKind.Done or WorkReportKind.DoneElsewhere:
                    _running.Remove(model.Key);
                    _done++;
                    break;
                case WorkReportKind.Failed:
                    _running.Remove(model.Key);
                    _failed++;
                    break;
                case WorkReportKind.Busy or WorkReportKind.DeviceFailed:
                    _running.Remove(model.Key);
                    break;
            }
        }
    }

    /// <summary>Tells no more.</summary>
    public void Dispose()
    {
        using var silent = new ManualResetEvent(false);
        if (_timer?.Dispose(silent) == true) silent.WaitOne();
        _file?.Dispose();
    }

    private TrainedSpan TrainedOf(JobKey key, int epoch)
    {
        var (first, since) = _began[key];
        return new(epoch - first, Stopwatch.GetElapsedTime(since).TotalSeconds);
    }

    private void Write()
    {
        RunStatus status;
        lock (_lock)
        {
            ImmutableArray<RunningJob> running = [.. _running.Values];
            status = new(
                Environment.MachineName, Environment.ProcessId, _started, ["a worker that pulls"],
                new(_done, _planned, running.Length, _failed, null), running)
            {
                Task = _task,
            };
        }

        try
        {
            _file?.Write(status);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Tried again in a second.
        }
    }
}
