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
        var (plans, warnings) = PlanStage.Run(ReadRequest(), cancellation);
        Report(warnings);
        Show(SubmitStage.Run(plans, Asked.Store, site, new(Asked.Worker, Asked.Templates.Shipped, interval), DateTimeOffset.UtcNow));
        if (BuildCommand.Of(Origin, plans[0].File, "-t:Status") is { Length: > 0 } next) Show([$"  How far it is: {next}"]);
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
