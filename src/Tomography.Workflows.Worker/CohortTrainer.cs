using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>
/// Trains orders and puts results into a store. Claims, checkpoints, failures and results are each model's own, so that studies share
/// models and one that fails fails alone.
/// </summary>
internal sealed class CohortTrainer
{
    /// <summary>Time between two signs of life where the store's file system has no locks.</summary>
    private static readonly TimeSpan LeaseInterval = TimeSpan.FromSeconds(2);

    /// <summary>The same for workers on many machines, which all write to one file system.</summary>
    private static readonly TimeSpan SpreadLeaseInterval = TimeSpan.FromSeconds(10);

    private readonly StoreFolders _folders;
    private readonly ResultStore _results;
    private readonly CheckpointStore _checkpoints;
    private readonly JobClaims _claims;
    private readonly IComputeDevice _device;
    private readonly ResultWriter _writer;
    private readonly TrainingData _data;
    private readonly CpuDevice _substitute = new();
    private bool _isShortageTold, _isSubstituteTold;

    /// <summary>A trainer for a store.</summary>
    /// <param name="folders">The store.</param>
    /// <param name="device">Where to compute.</param>
    /// <param name="areSpread">Whether it is one of many workers on many machines.</param>
    public CohortTrainer(StoreFolders folders, IComputeDevice device, bool areSpread = false)
    {
        (_folders, _device) = (folders, device);
        (_results, _checkpoints) = (new(folders.Root), new(folders));
        _claims = new(folders, areSpread ? SpreadLeaseInterval : LeaseInterval, areSpread);
        (_writer, _data) = (new(folders), new(folders));
    }

    /// <summary>Where it computes.</summary>
    public IComputeDevice Device => _device;

    /// <summary>Trains the models of an order that no other process of the store trains, or has trained.</summary>
    /// <param name="order">What to train.</param>
    /// <param name="report">Hears of epochs, warnings, and how each model ends: done, done elsewhere, busy or failed.</param>
    /// <param name="cancellation">Stops the training; each model leaves a checkpoint.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    /// <exception cref="InvalidDataException">The order is of another version, or the store has not what it names.</exception>
    /// <exception cref="DeviceFailedException">The device does not answer any more; what it saved is there.</exception>
    public void Train(WorkOrder order, Action<WorkReport> report, CancellationToken cancellation)
    {
        foreach (var cohort in order.Cohorts) OrderChecks.Require(cohort, _folders);
        var claims = new Dictionary<JobKey, IJobClaim>();
        try
        {
            CohortOrder[] mine = [.. order.Cohorts.Select(c => c.Only(m => Claim(m, claims, report))).OfType<CohortOrder>()];
            if (mine.Length > 0) TrainAll(new([.. mine]), claims, report, cancellation);
        }
        finally
        {
            foreach (var claim in claims.Values) claim.Dispose();
        }
    }

    private bool Claim(ModelOrder model, Dictionary<JobKey, IJobClaim> claims, Action<WorkReport> report)
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

    /// <summary>
    /// Trains claimed models, as many at a time as the device's memory holds. A claim is released when its model has ended.
    /// </summary>
    private void TrainAll(
        WorkOrder order, Dictionary<JobKey, IJobClaim> claims, Action<WorkReport> report, CancellationToken cancellation)
    {
        var most = int.MaxValue;
        // A model whose checkpoint is none of it does not end, and starts anew in the next round.
        for (var left = _data.Of(order); !left.IsEmpty; left = [.. left.Where(t => claims.ContainsKey(t.Key))])
        {
            var device = DeviceFor(left[0], report);
            // Models side by side are trained on one device.
            ImmutableArray<Trainee> alike = [.. left.Where(t => _device.Trains(t.Task) == (device == _device))];
            var room = device.Room(new([.. alike.Select(t => t.Task)]));
            var piece = alike[..Math.Clamp(Math.Min(most, room), 1, alike.Length)];
            try
            {
                new PieceTraining(device, _checkpoints, _writer, piece, Done, Release, report).Run(order.CheckpointSeconds, cancellation);
            }
            catch (DeviceMemoryException e) when (piece.Length > 1)
            {
                most = piece.Length / 2;
                TellShortage(piece, most, e, report);
            }
            catch (DeviceMemoryException e)
            {
                Release(piece[0].Key);
                var message = $"{_device.Name}: the memory does not hold this model even alone: {e.Message}";
                report(new(WorkReportKind.Failed, piece[0].Key, Message: message, Details: e.ToString()));
            }
        }

        void Done(JobKey key)
        {
            if (claims.Remove(key, out var claim)) claim.GiveBackDone();
        }

        void Release(JobKey key)
        {
            if (claims.Remove(key, out var claim)) claim.Dispose();
        }
    }

    /// <summary>The device, or the CPU for models that it does not train.</summary>
    private IComputeDevice DeviceFor(Trainee trainee, Action<WorkReport> report)
    {
        if (_device.Trains(trainee.Task)) return _device;
        if (!_isSubstituteTold)
        {
            _isSubstituteTold = true;
            var message = $"{_device.Name} does not train models like {trainee.Model.Title}: the CPU does, one at a time.";
            report(new(WorkReportKind.Warning, trainee.Key, Message: message));
        }

        return _substitute;
    }

    private void TellShortage(ImmutableArray<Trainee> piece, int most, DeviceMemoryException e, Action<WorkReport> report)
    {
        if (_isShortageTold) return;
        _isShortageTold = true;
        var message = $"{_device.Name}: the memory does not hold {piece.Length} models side by side, so {most} are trained at a time: "
            + $"{e.Message}";
        report(new(WorkReportKind.MemoryShort, piece[0].Key, Message: message));
    }
}
