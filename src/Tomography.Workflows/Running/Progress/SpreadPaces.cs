namespace Tomography.Workflows;

/// <summary>
/// The paces of models that were trained wherever, by their results in the store: some of each kind of work, spread over all that are done.
/// </summary>
internal static class SpreadPaces
{
    /// <summary>Results read of each kind of work: all of a large study would take longer than the rest of a status.</summary>
    private const int MostRead = 40;

    /// <summary>Reads them.</summary>
    /// <param name="folders">The store.</param>
    /// <param name="done">Models that have a result, each with its kind of work.</param>
    public static Paces Of(StoreFolders folders, IEnumerable<(JobKey Key, WorkKind Work)> done) =>
        done.GroupBy(d => d.Work).SelectMany(g => Some([.. g])).Aggregate(
            Paces.None,
            (paces, model) => StoredJobs.Read(folders, model.Key) is { } job
                ? paces.With(model.Work, job.Device, new(job.Epochs, job.Seconds)) : paces);

    private static IEnumerable<T> Some<T>(T[] all) =>
        all.Length <= MostRead ? all : Enumerable.Range(0, MostRead).Select(i => all[(int)((long)i * all.Length / MostRead)]);
}
