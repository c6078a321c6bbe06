namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Status</c>: shows how far the experiments are, also while another build trains them. Reads only.</summary>
public sealed class ShowStatus : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation)
    {
        var request = ReadRequest();
        var plans = PlanStage.ReadExperiments(request).Select(e => (e.Name, PlanStage.Find(request, e.Name)));
        Show(StatusStage.Run([.. plans], request.Store));
    }
}
