namespace Tomography.Workflows;

/// <summary>
/// The results of jobs, by key: a folder that builds share. A result is written whole or not at all, carries a checksum, and is checked
/// when it is read; a damaged one is set aside, so that its job is trained again.
/// </summary>
/// <param name="root">Full path of the store.</param>
public sealed class ResultStore(string root)
{
    /// <summary>Full path of the store.</summary>
    public string Root => root;

    /// <summary>Whether a job's result is there. Looks for the file only; <see cref="Read"/> checks it.</summary>
    public bool Contains(JobKey key) => File.Exists(PathOf(key));

    /// <summary>Writes a result.</summary>
    public void Write(JobResult result) => AtomicFile.Write(PathOf(result.Key), stream => CheckedJson.Write(stream, result));

    /// <summary>Reads a job's result; null where there is none, or where it is damaged.</summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">Told why a result was set aside, and where to.</param>
    public JobResult? Read(JobKey key, Action<string> onDamage)
    {
        try
        {
            using var stream = File.OpenRead(PathOf(key));
            var result = CheckedJson.Read<JobResult>(stream);
            return result.Key == key ? result : throw new InvalidDataException($"it is that of job {result.Key}.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (InvalidDataException e)
        {
            SetAside(key, e.Message, onDamage);
            return null;
        }
    }

    private void SetAside(JobKey key, string reason, Action<string> onDamage)
    {
        var damaged = Path.Combine(root, "damaged", key.Value + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(damaged)!);
        try
        {
            File.Move(PathOf(key), damaged, overwrite: true);
        }
        catch (FileNotFoundException)
        {
            return; // another build, which shares the store, has set it aside and says so
        }

        onDamage($"The result of job {key.Short} was damaged and has been set aside as '{damaged}': {reason}");
    }

    private string PathOf(JobKey key) => Path.Combine(root, "results", key.Value[..2], key.Value + ".json");
}
