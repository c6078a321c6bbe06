namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Plan</c>: shows what a build would train and why, and writes each <c>todo.json</c>.</summary>
public sealed class ShowPlan : ExperimentTask
{
    private protected override void Run(CancellationToken cancellation)
    {
        if (ReadDevices() is not var (_, workers)) return;
        var request = ReadRequest();
        var (plans, warnings) = PlanStage.Run(request, cancellation);
        Report(warnings);
        var run = DryRunStage.Run(plans, request.Store, Damaged);
        Show(DryRunStage.Describe(run, workers ?? Environment.ProcessorCount));
        foreach (var plan in plans) Show([$"  {DryRunStage.Write(run, plan, request.OutputOf(plan.Experiment))}"]);
    }
}
