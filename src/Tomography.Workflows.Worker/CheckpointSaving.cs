using System.Collections.Immutable;
using System.Diagnostics;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>Saves the checkpoints of models that train in step from time to time, as long as the disk takes them.</summary>
/// <param name="store">Where they go.</param>
/// <param name="models">The models, by place.</param>
/// <param name="seconds">Time between two checkpoints.</param>
/// <param name="warn">Told where a model goes on without.</param>
internal sealed class CheckpointSaving(
    CheckpointStore store, ImmutableArray<JobKey> models, double seconds, Action<JobKey, string> warn)
{
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private bool _canSave = true;

    /// <summary>Whether it is time again.</summary>
    public bool IsDue()
    {
        if (!_canSave || _sinceLast.Elapsed.TotalSeconds < seconds) return false;
        _sinceLast.Restart();
        return true;
    }

    /// <summary>Saves the checkpoint of a model.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    public void Save(int place, TrainingCheckpoint checkpoint)
    {
        if (!_canSave) return;
        var key = models[place];
        try
        {
            store.Write(key, checkpoint);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The models can still be trained, and their results may still find room.
            _canSave = false;
            warn(key, $"Job {key.Short} goes on without checkpoints: {e.Message}");
        }

        _sinceLast.Restart();
    }
}
