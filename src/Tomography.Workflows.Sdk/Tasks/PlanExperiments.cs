using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Tomography.Workflows.Sdk;

/// <summary>Reads experiments, prepares their datasets and writes each <c>plan.json</c>.</summary>
public sealed class PlanExperiments : ExperimentTask
{
    /// <summary>The plans written: full path of <c>plan.json</c>, with metadata <c>Experiment</c>.</summary>
    [Output]
    public ITaskItem[] Plans { get; private set; } = [];

    private protected override void Run(CancellationToken cancellation)
    {
        var request = ReadRequest();
        var (plans, warnings) = PlanStage.Run(request, cancellation);
        Report(warnings);
        Plans = [.. plans.Select(p => ItemOf(request, p))];
    }

    private static TaskItem ItemOf(WorkflowRequest request, Plan plan)
    {
        var item = new TaskItem(PlanStage.PathOf(request, plan));
        item.SetMetadata("Experiment", plan.Experiment);
        return item;
    }
}
