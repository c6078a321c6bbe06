using System.Security.Cryptography;
using System.Text.Json;

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
    public void Write(JobResult result)
    {
        var stored = new StoredResult(ChecksumOf(result), result);
        AtomicFile.Write(PathOf(result.Key), stream => JsonSerializer.Serialize(stream, stored, Json.Indented));
    }

    /// <summary>Reads a job's result; null where there is none, or where it is damaged.</summary>
    /// <param name="key">The job.</param>
    /// <param name="onDamage">Told why a result was set aside, and where to.</param>
    public JobResult? Read(JobKey key, Action<string> onDamage)
    {
        var path = PathOf(key);
        StoredResult? stored;
        try
        {
            using var stream = File.OpenRead(path);
            stored = JsonSerializer.Deserialize<StoredResult>(stream, Json.Indented);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            onDamage(SetAside(key, e.Message));
            return null;
        }

        if (stored?.Result is { } result && result.Key == key && stored.Checksum == ChecksumOf(result)) return result;
        onDamage(SetAside(key, "its checksum does not fit its content."));
        return null;
    }

    private string SetAside(JobKey key, string reason)
    {
        var damaged = Path.Combine(root, "damaged", key.Value + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(damaged)!);
        File.Move(PathOf(key), damaged, overwrite: true);
        return $"The result of job {key.Short} was damaged and has been set aside as '{damaged}': {reason}";
    }

    private string PathOf(JobKey key) => Path.Combine(root, "results", key.Value[..2], key.Value + ".json");

    private static string ChecksumOf(JobResult result) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(result, Json.Line)));
}
