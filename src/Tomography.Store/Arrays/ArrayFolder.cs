using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Store;

/// <summary>The folder of one array in the store: its plan and script, what its tasks say of themselves, and their logs.</summary>
/// <param name="folders">The store.</param>
/// <param name="id">The array's id.</param>
public sealed class ArrayFolder(StoreFolders folders, string id)
{
    private const string Description = "array.json";

    /// <summary>The array's id.</summary>
    public string Id => id;

    /// <summary>Full path of the folder.</summary>
    public string Path => System.IO.Path.Combine(folders.Arrays, id);

    /// <summary>Full path of the plan.</summary>
    public string Plan => PathOf("work.jsonl");

    /// <summary>Full path of the script that the scheduler was given.</summary>
    public string Script => PathOf("job.sh");

    /// <summary>All arrays of a store, the oldest first.</summary>
    /// <param name="folders">The store.</param>
    public static ImmutableArray<ArrayFolder> All(StoreFolders folders) => !Directory.Exists(folders.Arrays) ? [] :
    [
        .. Directory.EnumerateDirectories(folders.Arrays).Where(f => File.Exists(System.IO.Path.Combine(f, Description)))
            .Select(f => System.IO.Path.GetFileName(f)).Order(StringComparer.Ordinal).Select(name => new ArrayFolder(folders, name)),
    ];

    /// <summary>A new id: in the order of time, and no other array's.</summary>
    /// <param name="now">What time it is.</param>
    public static string NewId(DateTimeOffset now) =>
        $"{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{Guid.NewGuid().ToString("N")[..4]}";

    /// <summary>Full path of the log of a task.</summary>
    /// <param name="task">The task; the scheduler's own sign for it.</param>
    public string LogOf(string task) => PathOf($"task-{task}.log");

    /// <summary>What was submitted; null where the file is not there or damaged.</summary>
    public SubmittedArray? Read() => Read<SubmittedArray>(PathOf(Description));

    /// <summary>Keeps what is submitted.</summary>
    public void Write(SubmittedArray array) => Write(PathOf(Description), array);

    /// <summary>The scheduler's id of the array; null where it is not known: nobody noted it, and no task has started.</summary>
    public string? Job() => Read<string>(PathOf("job.json"))
        ?? Notes().Select(n => n.ArrayJob).FirstOrDefault(job => job.Length > 0);

    /// <summary>Keeps the scheduler's id.</summary>
    public void WriteJob(string job) => Write(PathOf("job.json"), job);

    /// <summary>The last note of each task that wrote one.</summary>
    public ImmutableArray<TaskNote> Notes() => !Directory.Exists(Path) ? [] :
    [
        .. Directory.EnumerateFiles(Path, "note-*.json").Select(Read<TaskNote>).OfType<TaskNote>().OrderBy(n => n.Task),
    ];

    /// <summary>Keeps a task's note in place of its last one.</summary>
    public void Write(TaskNote note) => Write(PathOf(string.Create(CultureInfo.InvariantCulture, $"note-{note.Task}.json")), note);

    /// <summary>Whether somebody wants the array to end.</summary>
    public bool IsCancelled() => File.Exists(PathOf("cancelled"));

    /// <summary>Asks the tasks to end: those that run see it within seconds, those that start later at once.</summary>
    public void Cancel() => AtomicFile.WriteText(PathOf("cancelled"), "");

    /// <summary>The models that a task has given up: no other of the array tries them again.</summary>
    public ImmutableHashSet<JobKey> GivenUp() => !Directory.Exists(PathOf("given-up")) ? [] :
        [.. Directory.EnumerateFiles(PathOf("given-up")).Select(f => new JobKey(System.IO.Path.GetFileName(f)))];

    /// <summary>Gives a model up.</summary>
    public void GiveUp(JobKey key) => AtomicFile.Write(System.IO.Path.Combine(PathOf("given-up"), key.Value), _ => { }, folders.Temporary);

    /// <summary>
    /// The right to wait for what others train, in case that they are killed; null where another worker has it. It ends with its process.
    /// </summary>
    public IDisposable? TryReserve() => FileLock.TryTake(PathOf("reserve"));

    private string PathOf(string name) => System.IO.Path.Combine(Path, name);

    private void Write<T>(string path, T value) =>
        AtomicFile.Write(path, stream => CheckedJson.Write(stream, value), folders.Temporary);

    private static T? Read<T>(string path) where T : class
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return CheckedJson.Read<T>(stream);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }
}
