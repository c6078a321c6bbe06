namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Prune</c>: lists what of the store no given experiment references, and deletes it where that is confirmed.</summary>
public sealed class PruneStore : ExperimentTask
{
    /// <summary>Whether to delete.</summary>
    public bool Confirm { get; set; }

    private protected override void Run(CancellationToken cancellation)
    {
        if (Confirm && Environment.GetEnvironmentVariables().Keys.Cast<string>().Any(n => string.Equals(n, nameof(Confirm), StringComparison.OrdinalIgnoreCase)))
        {
            // MSBuild takes environment variables for properties; to delete must be said on the command line.
            ReportProperty(DiagnosticCodes.Conflict, "An environment variable is called Confirm, so nothing tells whether you confirmed. Unset it and add -p:Confirm=true to the command.");
            return;
        }

        var items = PruneStage.Find(CheckedPlans(cancellation), Store, DateTimeOffset.UtcNow);
        Show(PruneStage.Describe(items, Confirm));
        if (Confirm) PruneStage.Delete(items);
    }
}
