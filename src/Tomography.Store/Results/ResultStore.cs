using Microsoft.Win32.SafeHandles;

namespace Tomography.Store;

/// <summary>
/// The results of jobs, by key: a folder that builds share. A result is written whole or not at all, carries a checksum, and is checked
/// when it is read; a damaged one is set aside, so that its job is trained again.
/// </summary>
/// <param name="root">Full path of the store.</param>
public sealed class ResultStore(string root)
{
    private readonly StoreFolders _folders = new(root);
    private readonly PredictionStore _predictions = new(new(root));
    private readonly LatentStore _latents = new(new(root));
    private readonly WeightStore _weights = new(new(root));

    /// <summary>Full path of the store.</summary>
    public string Root => root;

    /// <summary>Whether a job's result is there. Looks for the file only; <see cref="IsDone"/> and <see cref="Read"/> check it.</summary>
    public bool Contains(JobKey key) => File.Exists(_folders.ResultOf(key));

    /// <summary>Writes a result.</summary>
    public void Write(JobResult result) =>
        AtomicFile.Write(_folders.ResultOf(result.Key), stream => CheckedJson.Write(stream, result), _folders.Temporary);

    /// <summary>Whether all that a job leaves is there. Looks for the files only.</summary>
    /// <param name="key">The job.</param>
    /// <param name="kept">What it leaves beside its result.</param>
    public bool ContainsAll(JobKey key, Kept kept) => Contains(key) && Missing(key, kept) == Kept.Nothing;

    /// <summary>
    /// Whether all that a job leaves is there and as it was written. A job whose predictions, say, are missing (deleted, or not copied
    /// along with its result) is trained again: its result is the same to the bit, and no report lacks a number for good.
    /// </summary>
    /// <param name="key">The job.</param>
    /// <param name="kept">What it leaves beside its result.</param>
    /// <param name="onDamage">Told what was damaged.</param>
    public bool IsDone(JobKey key, Kept kept, Action<string> onDamage) =>
        IsWhole(key, onDamage)
        && (!kept.HasFlag(Kept.Predictions) || _predictions.AreWhole(key, onDamage))
        && (!kept.HasFlag(Kept.Latents) || _latents.AreWhole(key, onDamage))
        && (!kept.HasFlag(Kept.Weights) || _weights.AreWhole(key, onDamage));

    /// <summary>Which of the files that a job leaves beside its result are not there. Looks for the files only.</summary>
    /// <param name="key">The job.</param>
    /// <param name="kept">What it leaves beside its result.</param>
    public Kept Missing(JobKey key, Kept kept) =>
        (kept.HasFlag(Kept.Predictions) && !_predictions.Contains(key) ? Kept.Predictions : Kept.Nothing)
        | (kept.HasFlag(Kept.Latents) && !_latents.Contains(key) ? Kept.Latents : Kept.Nothing)
        | (kept.HasFlag(Kept.Weights) && !_weights.Contains(key) ? Kept.Weights : Kept.Nothing);

    /// <summary>
    /// Whether a job's result is there and as it was written: one pass over its bytes, without reading it as JSON. A damaged one is set
    /// aside.
    /// </summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">Told why a result was set aside, and where to.</param>
    public bool IsWhole(JobKey key, Action<string> onDamage)
    {
        try
        {
            using var file = File.OpenHandle(_folders.ResultOf(key));
            var bytes = new byte[RandomAccess.GetLength(file)];
            if (ReadAll(file, bytes) && CheckedJson.IsWhole(bytes, $"{{\n  \"key\": \"{key}\",")) return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }

        // Not laid out as this version of the program writes: whether it is damaged is for the reader to say.
        return Read(key, onDamage) is not null;
    }

    /// <summary>Reads a job's result; null where there is none, or where it is damaged.</summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">Told why a result was set aside, and where to.</param>
    public JobResult? Read(JobKey key, Action<string> onDamage)
    {
        try
        {
            using var stream = File.OpenRead(_folders.ResultOf(key));
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

    /// <summary>The keys of all results that are there.</summary>
    public IEnumerable<JobKey> Keys() =>
        Directory.Exists(_folders.Results)
            ? Directory
                .EnumerateFiles(_folders.Results, "*.json", SearchOption.AllDirectories)
                .Select(f => Path.GetFileNameWithoutExtension(f))
                .Where(n => n.Length == 64 && n.All(char.IsAsciiHexDigitLower))
                .Select(n => new JobKey(n))
            : [];

    private static bool ReadAll(SafeFileHandle file, byte[] bytes)
    {
        var read = 0;
        while (read < bytes.Length)
        {
            var count = RandomAccess.Read(file, bytes.AsSpan(read), read);
            if (count == 0) return false;
            read += count;
        }

        return true;
    }

    /// <summary>Takes a result out of use, so that its job is trained again.</summary>
    internal void SetAside(JobKey key, string reason, Action<string> onDamage) =>
        DamagedFiles.SetAside(
            _folders,
            _folders.ResultOf(key),
            where => onDamage($"The result of job {key.Short} was damaged and {where}: {reason}"));
}
