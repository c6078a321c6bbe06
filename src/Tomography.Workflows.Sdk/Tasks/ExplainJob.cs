namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Explain -p:Job=KEY</c>: shows what a job's result depends on, against the nearest job of the store.</summary>
public sealed class ExplainJob : ExperimentTask
{
    /// <summary>The job's key, or its first digits.</summary>
    public string Job { get; set; } = "";

    private protected override void Run(CancellationToken cancellation) => Show(ExplainStage.Run(CheckedPlans(cancellation), Store, Job));
}
