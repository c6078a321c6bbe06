namespace Tomography.Workflows;

/// <summary>
/// <c>-t:Cancel</c>: ends the arrays of experiments. What is trained stays, and what is being trained leaves checkpoints.
/// </summary>
public static class CancelStage
{
    /// <summary>Ends the arrays that are not over.</summary>
    /// <param name="experiments">Names of experiments; an array of several ends where one of them is named.</param>
    /// <param name="store">Full path of the store.</param>
    /// <returns>What was done, for people.</returns>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public static IEnumerable<string> Run(IReadOnlyCollection<string> experiments, string store)
    {
        var any = false;
        foreach (var folder in ArrayFolder.All(new(store)))
        {
            if (folder.Read() is not { } array || !array.Experiments.Any(experiments.Contains)) continue;
            if (folder.IsCancelled() || ArrayReport.IsOver(folder)) continue;
            any = true;
            // First, so that no task takes the signal of the scheduler for another, and tasks that start later know.
            folder.Cancel();
            var job = folder.Job();
            var problem = job is null ? "Slurm's id of it is not known" : Slurm.Cancel(job);
            yield return $"Array {job ?? folder.Id} is cancelled. Tasks that run leave checkpoints and end within seconds; what is trained "
                + "stays.";
            if (problem is not null)
                yield return $"  Slurm was not told ({problem}): tasks that it still starts end by themselves.";
        }

        if (!any) yield return "No array of these experiments is left to cancel.";
    }
}
