namespace Tomography.Store;

/// <summary>The last failure of each job that has no result, for <c>-t:Status</c>; a result takes it away.</summary>
/// <param name="folders">The store.</param>
public sealed class FailureStore(StoreFolders folders)
{
    /// <summary>Keeps a failure.</summary>
    public void Write(JobFailure failure) =>
        AtomicFile.Write(PathOf(failure.Key), stream => CheckedJson.Write(stream, failure), folders.Temporary);

    /// <summary>A job's failure; null where there is none. Of a note that was damaged it is still known that there was one.</summary>
    public JobFailure? Read(JobKey key)
    {
        try
        {
            using var stream = File.OpenRead(PathOf(key));
            return CheckedJson.Read<JobFailure>(stream);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (InvalidDataException e)
        {
            return new(
                $"job {key.Short}",
                key,
                $"The note of its failure, '{PathOf(key)}', is damaged: {e.Message}",
                "",
                0,
                new(File.GetLastWriteTimeUtc(PathOf(key)), TimeSpan.Zero));
        }
    }

    /// <summary>Forgets a failure, where there is one.</summary>
    public void Delete(JobKey key)
    {
        if (Directory.Exists(folders.Failures)) File.Delete(PathOf(key));
    }

    private string PathOf(JobKey key) => Path.Combine(folders.Failures, key.Value + ".json");
}
