using System.Globalization;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>
/// One task of an array: workers that pull from the array's plan, as many as the scheduler gave cores, or one on the GPU. It stops before
/// the limit, puts itself back into the queue where work is left, and says in the store what it does.
/// </summary>
/// <param name="array">The array's folder.</param>
/// <param name="folders">The store.</param>
/// <param name="devices">The devices that the worker knows.</param>
/// <param name="log">Where progress goes: the task's log.</param>
internal sealed class ArrayWork(ArrayFolder array, StoreFolders folders, IEnumerable<IComputeDevice> devices, TextWriter log)
{
    private static readonly TimeSpan Stagger = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestStagger = TimeSpan.FromSeconds(30);

    private readonly SlurmTask _task = SlurmTask.Of(Environment.GetEnvironmentVariables());
    private readonly TrainingPaces _paces = new();
    private readonly ResultStore _results = new(folders.Root);
    private int _trained;

    /// <summary>Works until nothing is left, or it must stop.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        if (array.Read() is not { } submitted)
        {
            log.WriteLine($"There is no array '{array.Id}' in the store '{folders.Root}'. Submit again with -t:Submit.");
            return WorkerCommands.Unusable;
        }

        var limit = TimeSpan.FromSeconds(submitted.LimitSeconds);
        using var stop = new ArrayStop(_task.Left(limit, DateTimeOffset.UtcNow), submitted.Lead, array.IsCancelled);
        try
        {
            if (Device(submitted.OnGpus) is not { } device) return WorkerCommands.Unusable;
            Note(TaskState.Working, "");
            // Many tasks that start at once would read the same folders in the same moment.
            var wait = Stagger * _task.Index < LongestStagger ? Stagger * _task.Index : LongestStagger;
            if (_task.Restarts == 0) stop.Token.WaitHandle.WaitOne(wait);
            return End(Work(submitted, device, stop), stop, submitted);
        }
        catch (Exception e) when (e is StoreException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Note(TaskState.Failed, e.Message);
            return WorkerCommands.Unusable;
        }
        catch (DeviceFailedException e)
        {
            Note(TaskState.Failed, e.Message);
            return WorkerCommands.DeviceFailed;
        }
    }

    private IComputeDevice? Device(bool onGpus)
    {
        var (device, problem) = WorkerDevice.Find(devices, onGpus ? "cuda" : DeviceKind.Cpu);
        if (device is null) Note(TaskState.Failed, problem);
        return device;
    }

    /// <summary>How each of its workers ended; null for those that were stopped.</summary>
    private PullEnd?[] Work(SubmittedArray submitted, IComputeDevice device, ArrayStop stop)
    {
        var cohorts = WorkPlan.Read(array.Plan);
        var workers = submitted.OnGpus ? 1 : _task.WorkersOn(Environment.ProcessorCount);
        using var status = new PullStatus(folders, submitted.Models, device.Id, new(array.Id, _task.Index));
        var ends = new PullEnd?[workers];
        var problems = new Exception?[workers];
        var threads = Enumerable.Range(0, workers).Select(i => new Thread(() => One(i)) { Name = $"worker {i}" }).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        foreach (var problem in problems)
            if (problem is not null and not OperationCanceledException) throw problem;
        return ends;

        void One(int worker)
        {
            IDisposable? reserve = null;
            try
            {
                var begin = ((_task.Index * workers) + worker) / (double)(submitted.Tasks * workers);
                var terms = new PullTerms
                {
                    Begin = begin % 1,
                    // Whoever submitted has read all that was there, and whoever builds afterwards reads all that came.
                    Verifies = false,
                    Fits = order => _paces.Fits(order, stop.Left),
                    Waits = () => (reserve ??= array.TryReserve()) is not null,
                    GivenUp = array.GivenUp,
                    GiveUp = array.GiveUp,
                    Trained = Trained,
                };
                var trainer = new CohortTrainer(folders, device, areSpread: true);
                ends[worker] = new PullLoop(cohorts, folders, trainer, terms, status, log).Run(stop.Token);
            }
            catch (Exception e)
            {
                problems[worker] = e;
            }
            finally
            {
                reserve?.Dispose();
            }
        }
    }

    private void Trained(CohortOrder cohort, ModelOrder model)
    {
        Interlocked.Increment(ref _trained);
        if (_results.Read(model.Key, _ => { }) is { } result) _paces.Add(cohort, result);
    }

    private int End(PullEnd?[] ends, ArrayStop stop, SubmittedArray submitted)
    {
        switch (stop.Reason)
        {
            case StopReason.Cancelled:
                Note(TaskState.Stopped, "the array was cancelled");
                return 0;
            case StopReason.Signal:
                Note(TaskState.Stopped, "a signal asked for it: the scheduler took the node, or somebody ended the task");
                return WorkerCommands.Stopped;
            case StopReason.TimeLimit:
                return Requeue("its time was nearly over", stop, submitted);
        }

        if (ends.Any(e => e!.Kind == PullEndKind.NoTime)) return Requeue("what is left does not fit into the time left", stop, submitted);
        var failed = ends.Max(e => e!.Failed);
        var isAll = ends.Any(e => e!.Kind == PullEndKind.NothingLeft);
        Note(
            isAll ? TaskState.Finished : TaskState.Spare,
            failed > 0 ? string.Create(CultureInfo.InvariantCulture, $"{failed} models were given up") : "");
        return 0;
    }

    private int Requeue(string why, ArrayStop stop, SubmittedArray submitted)
    {
        if (_task.Restarts >= submitted.Requeues)
        {
            var often = string.Create(CultureInfo.InvariantCulture, $"as often as it may ({_task.Restarts})");
            Note(TaskState.Stopped, $"{why}, and it has been started again {often}");
            return WorkerCommands.Stopped;
        }

        // Said first: where it works, Slurm ends this process at once.
        Note(TaskState.Requeued, why);
        if ((_task.Name is { } name ? Scontrol.Requeue(name) : "Slurm told no id of the array") is not { } problem) return 0;
        // Slurm ends all processes of the task, and so may end the one that asks for it before it has the answer.
        if (stop.IsTerminated) return 0;
        Note(TaskState.Stopped, $"{why}, and it could not be put back into the queue: {problem}");
        return WorkerCommands.Stopped;
    }

    private void Note(TaskState state, string why)
    {
        log.WriteLine($"{state}{(why.Length > 0 ? $": {why}" : "")}.");
        try
        {
            array.Write(new TaskNote(
                _task.Index, _task.ArrayJob, _task.Job, Environment.MachineName, _task.Restarts, state, why, _trained,
                DateTimeOffset.UtcNow));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.WriteLine($"The store does not take what this task says of itself: {e.Message}");
        }
    }
}
