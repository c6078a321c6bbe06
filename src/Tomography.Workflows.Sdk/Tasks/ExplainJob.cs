namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Explain -p:Job=KEY</c>: shows what a job's result depends on, against the nearest job of the store.</summary>
public sealed class ExplainJob : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation) =>
        Show(ExplainStage.Run(CheckedPlans(cancellation), Asked.Store, Asked.Job));
}
