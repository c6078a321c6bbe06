using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Workflows;

/// <summary>Slurm, by its commands.</summary>
/// <param name="patience">How long a question may take: what it answers is worth no longer wait.</param>
internal sealed class Slurm(TimeSpan patience)
{
    private static readonly TimeSpan SubmitPatience = TimeSpan.FromSeconds(60);

    /// <summary>With the usual patience.</summary>
    public Slurm()
        : this(TimeSpan.FromSeconds(5))
    {
    }

    /// <summary>Hands a script to the scheduler.</summary>
    /// <param name="script">Full path of the script.</param>
    /// <returns>The id of the array, and why there is none.</returns>
    public static (string? Job, CommandAnswer Answer) Submit(string script)
    {
        var answer = SchedulerCommand.Run("sbatch", ["--parsable", script], SubmitPatience);
        // "id" or "id;cluster", last of what it says: sites print greetings before it.
        var job = answer.Text.Trim().Split('\n')[^1].Split(';')[0].Trim();
        if (answer.Problem is not null) return (null, answer);
        return job.Length > 0 && job.All(char.IsAsciiDigit)
            ? (job, answer)
            : (null, new("", $"sbatch named no job, but said '{YamlReading.Shown(answer.Text.Trim())}'"));
    }

    /// <summary>The tasks of an array that wait or run, as the scheduler sees it now; null where it does not tell.</summary>
    public ImmutableArray<SchedulerTask>? Queue(string job) =>
        SchedulerCommand.Run("squeue", ["--noheader", "--array", "--jobs", job, "--format", "%K|%T|%r"], patience) is { Problem: null } said
            ? Tasks(said.Text)
            : null;

    /// <summary>The tasks of an array as its accounting has them; null where it has none.</summary>
    /// <param name="job">The array.</param>
    /// <param name="since">When it was submitted: by itself sacct knows of today alone.</param>
    public ImmutableArray<SchedulerTask>? Accounting(string job, DateTimeOffset since)
    {
        var from = (since - TimeSpan.FromDays(1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] question = ["--noheader", "--parsable2", "--allocations", "--jobs", job, "--starttime", from, "--format", "JobID,State"];
        var said = SchedulerCommand.Run("sacct", question, patience);
        return said.Problem is null
            ? Tasks(string.Join('\n', said.Text.Split('\n').Select(line => line[(line.IndexOf('_', StringComparison.Ordinal) + 1)..])))
            : null;
    }

    /// <summary>Ends an array; why that did not work, null where it did.</summary>
    public static string? Cancel(string job) => SchedulerCommand.Run("scancel", [job], SubmitPatience).Problem;

    // Lines of index|state or index|state|reason; what is none is left out, like ranges of tasks that never started.
    private static ImmutableArray<SchedulerTask> Tasks(string text) =>
    [
        .. text.Split('\n').Select(line => line.Trim().Split('|'))
            .Where(part => part.Length >= 2 && int.TryParse(part[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(part => new SchedulerTask(
                int.Parse(part[0], CultureInfo.InvariantCulture),
                YamlReading.Shown(part[1].Split(' ')[0], 30),
                part.Length > 2 && part[2] != "None" ? YamlReading.Shown(part[2], 60) : "")),
    ];
}
