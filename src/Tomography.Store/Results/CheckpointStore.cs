using Tomography.Learning;

namespace Tomography.Store;

/// <summary>
/// Trainings that were stopped, by job: written whole or not at all, with a checksum. A damaged one is dropped; the job then starts anew.
/// </summary>
/// <param name="folders">The store.</param>
public sealed class CheckpointStore(StoreFolders folders)
{
    /// <summary>Writes a job's checkpoint over the one before.</summary>
    public void Write(JobKey key, TrainingCheckpoint checkpoint) => CheckedFile.Write(PathOf(key), checkpoint.Write, folders.Temporary);

    /// <summary>Whether a job has a checkpoint.</summary>
    public bool Contains(JobKey key) => File.Exists(PathOf(key));

    /// <summary>A job's checkpoint; null where there is none.</summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">Told why a checkpoint could not be used; it is deleted.</param>
    public TrainingCheckpoint? Read(JobKey key, Action<string> onDamage)
    {
        var path = PathOf(key);
        if (!File.Exists(path)) return null;
        string reason;
        try
        {
            if (CheckedFile.Read(path) is { } content) return TrainingCheckpoint.Read(new MemoryStream(content));

            reason = "its checksum does not fit its content.";
        }
        catch (InvalidDataException e)
        {
            reason = e.Message;
        }

        onDamage($"The checkpoint of job {key.Short} was damaged and has been dropped, so the job starts anew: {reason}");
        Delete(key);
        return null;
    }

    /// <summary>Deletes a job's checkpoint, where there is one.</summary>
    public void Delete(JobKey key)
    {
        if (Directory.Exists(folders.Checkpoints)) File.Delete(PathOf(key));
    }

    private string PathOf(JobKey key) => Path.Combine(folders.Checkpoints, key.Value + ".bin");
}
