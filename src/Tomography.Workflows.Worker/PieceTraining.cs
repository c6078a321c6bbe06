using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>Trains claimed models side by side, once, and draws the consequences of each one's end.</summary>
/// <param name="device">Where to compute.</param>
/// <param name="checkpoints">From where models go on, and where they leave what they have.</param>
/// <param name="writer">Publishes results.</param>
/// <param name="piece">The models.</param>
/// <param name="giveBackDone">Gives back the claim on a model whose result is there.</param>
/// <param name="release">Releases the claim on a model that has failed.</param>
/// <param name="report">Hears how it goes.</param>
internal sealed class PieceTraining(
    IComputeDevice device,
    CheckpointStore checkpoints,
    ResultWriter writer,
    ImmutableArray<Trainee> piece,
    Action<JobKey> giveBackDone,
    Action<JobKey> release,
    Action<WorkReport> report)
{
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private TrainingCheckpoint?[] _resumed = [];

    /// <summary>Trains them. One whose checkpoint does not fit it loses that and does not end.</summary>
    /// <param name="checkpointSeconds">Time between two checkpoints.</param>
    /// <param name="cancellation">Stops the training; each model leaves a checkpoint.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    /// <exception cref="DeviceMemoryException">The device does not hold so many models.</exception>
    /// <exception cref="DeviceFailedException">The device does not answer any more.</exception>
    public void Run(double checkpointSeconds, CancellationToken cancellation)
    {
        _resumed = [.. piece.Select(t => checkpoints.Read(t.Key, message => Warn(t.Key, message)))];
        var saving = new CheckpointSaving(checkpoints, [.. piece.Select(t => t.Key)], checkpointSeconds, Warn);
        foreach (var (trainee, checkpoint) in piece.Zip(_resumed))
            report(new(WorkReportKind.Started, trainee.Key, checkpoint is null ? 0 : checkpoint.Epoch - 1));
        Trainer.Run(
            device,
            new CohortTask([.. piece.Select(t => t.Task)]),
            new CohortOptions
            {
                OnEpoch = (place, epoch) => report(new(WorkReportKind.Epoch, piece[place].Key, epoch.Epoch, epoch.ValidationMae)),
                OnDone = Done,
                OnFailed = Failed,
                MostLatents = place => piece[place].Model.Keeps.HasFlag(Kept.Latents) ? LatentStore.MostCrystals : 0,
                Resume = place => _resumed[place],
                IsCheckpointDue = saving.IsDue,
                SaveCheckpoint = saving.Save,
            },
            cancellation);
    }

    private void Done(int place, TrainingOutcome outcome)
    {
        var (cohort, model, _) = piece[place];
        StoreException.Guard(() =>
        {
            writer.Write(cohort, model, outcome, device, _started, isResumed: _resumed[place] is not null);
            checkpoints.Delete(model.Key);
        });
        giveBackDone(model.Key);
        report(new(WorkReportKind.Done, model.Key));
    }

    private void Failed(int place, Exception exception)
    {
        var key = piece[place].Key;
        // Whoever tries again starts from nothing, so that no checkpoint can be the reason.
        StoreException.Guard(() => checkpoints.Delete(key));
        if (exception is InvalidDataException && _resumed[place] is not null)
        {
            Warn(
                key,
                $"The checkpoint of job {key.Short} does not fit the job and has been dropped, so the job starts anew: "
                    + $"{exception.Message}");
            return;
        }

        release(key);
        report(new(WorkReportKind.Failed, key, Message: exception.Message, Details: exception.ToString()));
    }

    private void Warn(JobKey key, string message) => report(new(WorkReportKind.Warning, key, Message: message));
}
