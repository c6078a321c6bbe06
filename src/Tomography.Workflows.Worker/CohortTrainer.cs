using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>
/// Trains cohorts and puts results into a store. Claims, checkpoints, failures and results are each model's own, so that studies share
/// models and one that fails fails alone. Keeps the last dataset in memory, since the next cohort most likely uses it too.
/// </summary>
internal sealed class CohortTrainer
{
    /// <summary>Time between two signs of life where the store's file system has no locks.</summary>
    private static readonly TimeSpan LeaseInterval = TimeSpan.FromSeconds(2);

    private readonly StoreFolders _folders;
    private readonly ResultStore _results;
    private readonly CheckpointStore _checkpoints;
    private readonly JobClaims _claims;
    private readonly IComputeDevice _device;
    private readonly ResultWriter _writer;
    private (string Hash, PackedGraphs Graphs)? _graphs;
    private (string Key, MaterialTable Table)? _table;

    /// <summary>A trainer for a store.</summary>
    /// <param name="folders">The store.</param>
    /// <param name="device">Where to compute.</param>
    public CohortTrainer(StoreFolders folders, IComputeDevice device)
    {
        (_folders, _device) = (folders, device);
        (_results, _checkpoints, _claims) = (new(folders.Root), new(folders), new(folders, LeaseInterval));
        _writer = new(folders, device);
    }

    /// <summary>How many models the device likes to train in step.</summary>
    public int CohortSize => _device.CohortSize;

    /// <summary>Trains the models of a cohort that no other process of the store trains, or has trained.</summary>
    /// <param name="order">What to train.</param>
    /// <param name="report">Hears of epochs, warnings, and how each model ends: done, done elsewhere, busy or failed.</param>
    /// <param name="cancellation">Stops the training; each model leaves a checkpoint.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    /// <exception cref="InvalidDataException">The order is of another version, or the store has not what it names.</exception>
    public void Train(CohortOrder order, Action<WorkReport> report, CancellationToken cancellation)
    {
        OrderChecks.Require(order, _folders);
        var claims = new Dictionary<JobKey, IDisposable>();
        try
        {
            var mine = order.Only(model => Claim(model, claims, report));
            // A checkpoint that is none of its model is dropped, and the model starts anew.
            while (mine is not null) mine = TrainOnce(mine, claims, report, cancellation);
        }
        finally
        {
            foreach (var claim in claims.Values) claim.Dispose();
        }
    }

    private bool Claim(ModelOrder model, Dictionary<JobKey, IDisposable> claims, Action<WorkReport> report)
    {
        if (StoreException.Guard(() => _claims.TryTake(model.Key)) is not { } claim)
        {
            report(new(WorkReportKind.Busy, model.Key));
            return false;
        }

        // Whoever had the claim before may just have finished.
        if (!_results.IsDone(model.Key, model.Keeps, message => report(new(WorkReportKind.Warning, model.Key, Message: message))))
        {
            claims[model.Key] = claim;
            return true;
        }

        // One that was killed between its result and its checkpoint's end leaves the checkpoint.
        StoreException.Guard(() => _checkpoints.Delete(model.Key));
        claim.Dispose();
        report(new(WorkReportKind.DoneElsewhere, model.Key));
        return false;
    }

    /// <summary>Trains the models of an order.</summary>
    /// <returns>Those that have to start anew; null for none.</returns>
    private CohortOrder? TrainOnce(
        CohortOrder order, Dictionary<JobKey, IDisposable> claims, Action<WorkReport> report, CancellationToken cancellation)
    {
        var started = DateTimeOffset.UtcNow;
        var checkpoints = order.Models.Select(m => _checkpoints.Read(m.Key, message => Warn(m, message))).ToArray();
        var again = new HashSet<JobKey>();
        var saving = new CheckpointSaving(_checkpoints, order, Warn);
        foreach (var (model, checkpoint) in order.Models.Zip(checkpoints))
            report(new(WorkReportKind.Started, model.Key, checkpoint is null ? 0 : checkpoint.Epoch - 1));
        Trainer.Run(
            _device,
            new CohortTask(Tasks(order)),
            new CohortOptions
            {
                OnEpoch = (place, epoch) => report(new(WorkReportKind.Epoch, order.Models[place].Key, epoch.Epoch, epoch.ValidationMae)),
                OnDone = (place, outcome) => Done(place, outcome),
                OnFailed = (place, exception) => Failed(place, exception),
                MostLatents = place => order.Models[place].Keeps.HasFlag(Kept.Latents) ? LatentStore.MostCrystals : 0,
                Resume = place => checkpoints[place],
                IsCheckpointDue = saving.IsDue,
                SaveCheckpoint = saving.Save,
            },
            cancellation);
        return order.Only(m => again.Contains(m.Key));

        void Done(int place, TrainingOutcome outcome)
        {
            var model = order.Models[place];
            StoreException.Guard(() =>
            {
                _writer.Write(order, model, outcome, started, isResumed: checkpoints[place] is not null);
                _checkpoints.Delete(model.Key);
            });
            Release(model);
            report(new(WorkReportKind.Done, model.Key));
        }

        void Failed(int place, Exception exception)
        {
            var model = order.Models[place];
            // Whoever tries again starts from nothing, so that no checkpoint can be the reason.
            StoreException.Guard(() => _checkpoints.Delete(model.Key));
            if (exception is InvalidDataException && checkpoints[place] is not null)
            {
                Warn(
                    model,
                    $"The checkpoint of job {model.Key.Short} does not fit the job and has been dropped, so the job starts anew: "
                        + $"{exception.Message}");
                again.Add(model.Key);
                return;
            }

            Release(model);
            report(new(WorkReportKind.Failed, model.Key, Message: exception.Message, Details: exception.ToString()));
        }

        void Release(ModelOrder model)
        {
            if (claims.Remove(model.Key, out var claim)) claim.Dispose();
        }

        void Warn(ModelOrder model, string message) => report(new(WorkReportKind.Warning, model.Key, Message: message));
    }

    private ImmutableArray<TrainingTask> Tasks(CohortOrder order)
    {
        var table = Table(order.Table);
        var materials = table.With(order.Materials);
        var split = new SplitStore(_folders).Read(order.Split);
        if (!order.Materials.IsEmpty) split = split.Within(materials);
        var graphs = Graphs(order.Graphs);
        return
        [
            .. order.Models.Select(m => new TrainingTask(
                graphs, Column(m.Target), [.. m.Features.Select(Column)], split, order.Model, order.Training, order.Seed)
            {
                Materials = materials,
            }),
        ];

        PropertyColumn Column(PropertyName property) => new(order.Properties.First(p => p.Name == property), table.Values[property]);
    }

    private MaterialTable Table(string key)
    {
        if (_table?.Key == key) return _table.Value.Table;
        using var stream = File.OpenRead(_folders.TableOf(key));
        _table = (key, MaterialTable.Read(stream));
        return _table.Value.Table;
    }

    private PackedGraphs Graphs(string hash)
    {
        // Mapping is free: pages come as they are used, and all workers share them.
        if (_graphs?.Hash != hash) _graphs = (hash, PackedGraphsFile.Map(_folders.GraphsOf(hash)));
        return _graphs.Value.Graphs;
    }
}
