using System.Diagnostics;
using System.Runtime.InteropServices;
using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>Trains one job and puts its result into the store. Keeps the last dataset in memory, since the next job most likely uses it too.</summary>
internal sealed class JobTrainer
{
    /// <summary>Time between two signs of life where the store's file system has no locks.</summary>
    private static readonly TimeSpan LeaseInterval = TimeSpan.FromSeconds(2);

    private readonly CpuDevice _device = new();
    private (string Path, PackedGraphs Graphs)? _graphs;
    private (string Path, MaterialTable Table)? _table;
    private (string Store, JobClaims Claims)? _claims;

    /// <summary>Trains, unless another process of the store does, or has done so.</summary>
    /// <param name="order">What to train.</param>
    /// <param name="report">Hears of epochs and warnings.</param>
    /// <param name="cancellation">Stops the job; it leaves a checkpoint.</param>
    /// <returns>Done, DoneElsewhere or Busy.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public WorkReportKind Train(WorkOrder order, Action<WorkReport> report, CancellationToken cancellation)
    {
        var folders = new StoreFolders(order.Store);
        var results = new ResultStore(order.Store);
        using var claim = StoreException.Guard(() => Claims(folders).TryTake(order.Key));
        if (claim is null) return WorkReportKind.Busy;
        // Whoever had the claim before may just have finished.
        if (results.IsDone(order.Key, order.Feature is null, Warn))
        {
            // One that was killed between its result and its checkpoint's end leaves the checkpoint.
            StoreException.Guard(() =>
            {
                new CheckpointStore(folders).Delete(order.Key);
                return true;
            });
            return WorkReportKind.DoneElsewhere;
        }

        var started = DateTimeOffset.UtcNow;
        var checkpoints = new CheckpointStore(folders);
        var table = Table(order.Table);
        var split = Split.Create(table.Formulas, order.Split, order.Seed);
        var feature = order.Feature is { } name ? Column(name) : null;
        var task = new TrainingTask(Graphs(order.Graphs), Column(order.Target), feature, split, order.Model, order.Training, order.Seed);
        var (outcome, resumed) = Outcome(task, order, checkpoints, report, cancellation);
        StoreException.Guard(() =>
        {
            // Before the result, so that whoever finds the result finds them too.
            if (order.Feature is null) new LatentStore(folders).Write(order.Key, outcome.Latents.Length / order.Model.AtomFeatures, outcome.Latents);
            results.Write(new(
                order.Key, order.Title, outcome.TestMae, outcome.ValidationMae, outcome.BestEpoch, order.Training.Epochs, Math.Round(outcome.Seconds, 4), order.Fingerprint, outcome.History,
                new(
                    ProgramVersion.Number, ProgramVersion.Commit, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}", WorkerPackages.All, Environment.MachineName, _device.Name,
                    order.Fingerprint.FirstOrDefault(p => p.Name == "dataset.crystals").Value ?? "", started, DateTimeOffset.UtcNow, resumed)));
            checkpoints.Delete(order.Key);
            return true;
        });
        return WorkReportKind.Done;

        PropertyColumn Column(PropertyName property) => new(order.Properties.First(p => p.Name == property), table.Values[property]);

        void Warn(string message) => report(new(WorkReportKind.Warning, order.Key, Message: message));
    }

    /// <summary>Trains from the job's checkpoint, where there is a good one, and saves others.</summary>
    private (TrainingOutcome Outcome, bool Resumed) Outcome(TrainingTask task, WorkOrder order, CheckpointStore checkpoints, Action<WorkReport> report, CancellationToken cancellation)
    {
        var sinceCheckpoint = Stopwatch.StartNew();
        var canSave = true;
        var options = new TrainingOptions
        {
            OnEpoch = epoch => report(new(WorkReportKind.Epoch, order.Key, epoch.Epoch, epoch.ValidationMae)),
            IsCheckpointDue = () => canSave && sinceCheckpoint.Elapsed.TotalSeconds >= order.CheckpointSeconds,
            SaveCheckpoint = Save,
            MostLatents = order.Feature is null ? LatentStore.MostCrystals : 0,
        };
        var checkpoint = checkpoints.Read(order.Key, Warn);
        report(new(WorkReportKind.Started, order.Key, checkpoint is null ? 0 : checkpoint.Epoch - 1));
        try
        {
            return (Trainer.Run(_device, task, options with { Resume = checkpoint }, cancellation), checkpoint is not null);
        }
        catch (InvalidDataException e) when (checkpoint is not null)
        {
            Warn($"The checkpoint of job {order.Key.Short} does not fit the job and has been dropped, so the job starts anew: {e.Message}");
            checkpoints.Delete(order.Key);
        }
        catch (TrainingDivergedException)
        {
            // Whoever tries again starts from nothing, so that no checkpoint can be the reason.
            checkpoints.Delete(order.Key);
            throw;
        }

        return (Trainer.Run(_device, task, options, cancellation), false);

        void Save(TrainingCheckpoint state)
        {
            if (!canSave) return;
            try
            {
                checkpoints.Write(order.Key, state);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The job can still be trained, and its result may still find room.
                canSave = false;
                Warn($"Job {order.Key.Short} goes on without checkpoints: {e.Message}");
            }

            sinceCheckpoint.Restart();
        }

        void Warn(string message) => report(new(WorkReportKind.Warning, order.Key, Message: message));
    }

    private JobClaims Claims(StoreFolders folders)
    {
        if (_claims?.Store != folders.Root) _claims = (folders.Root, new(folders, LeaseInterval));
        return _claims.Value.Claims;
    }

    private MaterialTable Table(string path)
    {
        if (_table?.Path == path) return _table.Value.Table;
        using var stream = File.OpenRead(path);
        _table = (path, MaterialTable.Read(stream));
        return _table.Value.Table;
    }

    private PackedGraphs Graphs(string path)
    {
        // Mapping is free: pages come as they are used, and all workers share them.
        if (_graphs?.Path != path) _graphs = (path, PackedGraphsFile.Map(path));
        return _graphs.Value.Graphs;
    }
}
