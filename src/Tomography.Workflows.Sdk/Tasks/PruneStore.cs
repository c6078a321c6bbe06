using System.Collections.Immutable;

namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Prune</c>: lists what of the store no given experiment references, and deletes it where that is confirmed.</summary>
public sealed class PruneStore : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation)
    {
        if (ReadFlag(nameof(Asked.Confirm), Asked.Confirm, otherwise: false) is not { } confirmed) return;
        if (confirmed && IsInEnvironment(nameof(Asked.Confirm)))
        {
            // MSBuild takes environment variables for properties; to delete must be said on the command line.
            ReportProperty(
                DiagnosticCodes.Conflict,
                "An environment variable is called Confirm, so nothing tells whether you confirmed. "
                + "Unset it and add -p:Confirm=true to the command.");
            return;
        }

        var plans = CheckedPlans(cancellation);
        var loops = SimulateStage.Rounds(plans, ReadRequest());
        var items = PruneStage.Find([.. plans, .. Continuations(plans, cancellation), .. loops], Asked.Store, DateTimeOffset.UtcNow);
        Show(PruneStage.Describe(items, confirmed));
        if (confirmed) PruneStage.Delete(items);
    }

    private static bool IsInEnvironment(string name) =>
        Environment.GetEnvironmentVariables().Keys.Cast<string>().Any(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The plans of what steering wrote beside the experiments: they have the names of those, and models beyond theirs.</summary>
    private ImmutableArray<Plan> Continuations(ImmutableArray<Plan> plans, CancellationToken cancellation)
    {
        var request = ReadRequest();
        var files = ExperimentFiles.Continuations(plans.Select(p => p.File));
        // One at a time: two of one name would be a conflict of a build, not of a look at the store.
        return [.. files.SelectMany(f => PlanStage.Check(request with { Experiments = [f] }, cancellation).Plans)];
    }
}
