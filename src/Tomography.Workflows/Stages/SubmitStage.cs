using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Workflows;

/// <summary>
/// <c>-t:Submit</c>: hands what the store lacks of some plans to Slurm, as one array of tasks that are all alike. Which model is whose is
/// nowhere written: each task takes what is missing, so that no task that fails, comes twice or never comes needs bookkeeping.
/// </summary>
public static class SubmitStage
{
    /// <summary>Submits.</summary>
    /// <param name="plans">The plans, at least one.</param>
    /// <param name="store">Full path of the store; the nodes see it under the same path.</param>
    /// <param name="site">What the cluster wants to know.</param>
    /// <param name="tools">What is brought to the nodes, and how the script is made.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="onDamage">
    /// Told of results that were damaged and set aside: tasks look only whether a result is there. Nobody where it is left out.
    /// </param>
    /// <returns>What was done, for people.</returns>
    /// <exception cref="DiagnosticException">The scheduler refuses, or the template is not valid.</exception>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public static IReadOnlyList<string> Run(
        IReadOnlyList<Plan> plans, string store, ClusterSite site, SubmitTools tools, DateTimeOffset now, Action<string>? onDamage = null)
    {
        var folders = new StoreFolders(store);
        var results = new ResultStore(store);
        var cohorts = CohortOrder.EachOnce([.. plans.SelectMany(p => WorkOrders.Of(p, tools.CheckpointInterval))]);
        var models = cohorts.SelectMany(c => c.Models).ToArray();
        foreach (var model in models) results.IsWhole(model.Key, onDamage ?? (_ => { }));
        var missing = models.Count(m => !results.ContainsAll(m.Key, m.Keeps));
        if (missing == 0) return ["Nothing is left to train, so nothing is submitted."];

        var workers = site.Gpus > 0 ? 1 : site.Cpus;
        var tasks = Math.Min(site.Tasks, (missing + workers - 1) / workers);
        var folder = new ArrayFolder(folders, ArrayFolder.NewId(now));
        var array = new SubmittedArray(
            folder.Id, now, Environment.UserName, Environment.MachineName, [.. plans.Select(p => p.Experiment)], models.Length, tasks,
            Math.Min(site.AtOnce, tasks), site.Limit.TotalSeconds, site.Requeues, site.Gpus > 0);
        var worker = BroughtWorker.Bring(folders, tools.Worker);
        var template = site.Template.Length > 0 ? site.Template : Path.Combine(tools.Templates, BatchScript.Shipped);
        // Made before anything is written: a template that is not valid leaves nothing behind.
        var script = BatchScript.Render(
            template, site, array, folder, [.. worker.Command, "array", "--store", folders.Root, "--id", folder.Id]);
        WorkPlan.Write(folder.Plan, cohorts);
        AtomicFile.WriteText(folder.Script, script);
        folder.Write(array);
        var job = Submit(folder, store);
        folder.WriteJob(job);
        return
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"Submitted: Slurm's array {job}, {tasks} task{(tasks == 1 ? "" : "s")}{AtOnce(array)}, for {missing} of {models.Length} "
                    + $"models."),
            worker.HasRuntime
                ? $"  The worker and its runtime (.NET {worker.Runtime}) lie in '{folders.Workers}': nodes need neither .NET nor the "
                    + "network."
                : $"  This machine's .NET is not laid out so that it can be brought along: nodes need 'dotnet' {worker.Runtime} on their "
                    + "path; 'modules' of the site file can load it.",
            $"  Script and logs: {folder.Path}",
        ];
    }

    private static string AtOnce(SubmittedArray array) =>
        array.AtOnce < array.Tasks ? string.Create(CultureInfo.InvariantCulture, $", at most {array.AtOnce} at a time") : "";

    private static string Submit(ArrayFolder folder, string store)
    {
        var (job, answer) = Slurm.Submit(folder.Script);
        if (job is not null) return job;
        // What may have been submitted finds its folder; what was refused leaves none.
        if (!answer.IsSlow) Directory.Delete(folder.Path, recursive: true);
        var advice = answer.IsSlow
            ? " Whether it was submitted is not known: -t:Status tells once a task runs, -t:Cancel ends it."
            : " Nothing was submitted.";
        throw new DiagnosticException(
            [new(DiagnosticSeverity.Error, DiagnosticCodes.SchedulerFailed, new(store), "", $"{answer.Problem!.TrimEnd('.')}.{advice}")]);
    }
}
