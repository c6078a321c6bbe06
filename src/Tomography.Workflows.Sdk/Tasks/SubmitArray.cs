namespace Tomography.Workflows.Sdk;

/// <summary>
/// <c>-t:Submit -p:Cluster=site.yaml</c>: hands what the store lacks to Slurm, as one array; with <c>-p:Wait=true</c> it ends with that.
/// </summary>
public sealed class SubmitArray : TrainingTask
{
    private protected override void Run(CancellationToken cancellation)
    {
        if (ReadSite() is not { } site || ReadInterval() is not { } interval) return;
        if (ReadFlag(nameof(Asked.Wait), Asked.Wait, otherwise: false) is not { } wait) return;
        var request = ReadRequest();
        var (plans, warnings) = PlanStage.Run(request, cancellation);
        Report(warnings);
        var tools = new SubmitTools(Asked.Worker, Asked.Templates.Shipped, interval);
        if (wait)
        {
            var run = SubmitRoundsStage.RunAsync(plans, Asked.Store, Submit, Tell, Extended, Damaged, cancellation);
            if (run.GetAwaiter().GetResult() is { } problem) Report([problem]);
            return;
        }

        Show(Submit(plans));
        if (plans.Any(RoundPlanner.Asks))
            Show(["  More models may follow from the results of these: submit again when they are there, or add -p:Wait=true."]);
        if (BuildCommand.Of(Origin, plans[0].File, "-t:Status") is { Length: > 0 } next) Show([$"  How far it is: {next}"]);

        IReadOnlyList<string> Submit(IReadOnlyList<Plan> round) =>
            SubmitStage.Run(round, Asked.Store, site, tools, DateTimeOffset.UtcNow, Damaged);

        void Tell(string line) => Show([line]);

        void Extended(int place, Plan plan)
        {
            PlanStage.Rewrite(PlanStage.PathOf(request, plan), plan);
            Show([$"{plan.Experiment}: another round, {plan.Jobs.Length} models in all now."]);
        }
    }

    /// <summary>What the cluster wants to know; null, and logged, where no file was named.</summary>
    /// <exception cref="DiagnosticException">The file does not exist, or is wrong.</exception>
    private ClusterSite? ReadSite()
    {
        if (Asked.Cluster.Length > 0) return ClusterSiteReader.ReadFile(Asked.Cluster);
        ReportProperty(
            DiagnosticCodes.SiteNotFound,
            "-t:Submit needs a file that describes the cluster: add -p:Cluster=site.yaml, with lines like 'tasks: 20' and "
                + "'time: 02:00:00'.");
        return null;
    }
}
