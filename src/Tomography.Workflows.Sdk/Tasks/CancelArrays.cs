namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Cancel</c>: ends the arrays of the experiments on the cluster.</summary>
public sealed class CancelArrays : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation) =>
        Show(CancelStage.Run([.. PlanStage.ReadExperiments(ReadRequest()).Select(e => e.Name)], Asked.Store));
}
