using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary><c>-t:Plan</c>: shows what a build would train and why, and writes each <c>todo.json</c>.</summary>
public sealed class ShowPlan : ExperimentTask
{
    /// <summary>Training processes at a time; empty for one per core.</summary>
    public string Workers { get; set; } = "";

    private protected override void Run(CancellationToken cancellation)
    {
        if (WorkerCount.Parse(Workers, ReportProperty) is not { } workers) return;
        var request = Request;
        var (plans, warnings) = PlanStage.Run(request, cancellation);
        Report(warnings);
        var run = DryRunStage.Run(plans, Store, Damaged);
        Show(DryRunStage.Describe(run, workers));
        foreach (var plan in plans) Show([$"  {DryRunStage.Write(run, plan, request.OutputOf(plan.Experiment))}"]);
    }
}
