namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Prune</c>: lists what of the store no given experiment references, and deletes it where that is confirmed.</summary>
public sealed class PruneStore : ExperimentTask
{
    /// <summary>Whether to delete.</summary>
    public bool Confirm { get; set; }

    private protected override void Run(CancellationToken cancellation)
    {
        var items = PruneStage.Find(CheckedPlans(cancellation), Store, DateTimeOffset.UtcNow);
        Show(PruneStage.Describe(items, Confirm));
        if (Confirm) PruneStage.Delete(items);
    }
}
