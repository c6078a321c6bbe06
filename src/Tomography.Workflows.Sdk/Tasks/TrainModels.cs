using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary>Trains the jobs of plans that the store lacks, in worker processes.</summary>
public sealed class TrainModels : TrainingTask
{
    /// <summary>The plans, as <see cref="PlanExperiments"/> wrote them.</summary>
    [Required]
    public ITaskItem[] Plans { get; set; } = [];

    private protected override void Run(CancellationToken cancellation) =>
        Train([.. Plans.Select(p => PlanStage.Read(p.GetMetadata("FullPath")))], cancellation, Extended);

    private void Extended(int place, Plan plan)
    {
        PlanStage.Rewrite(Plans[place].GetMetadata("FullPath"), plan);
        Show([$"{plan.Experiment}: another round, {plan.Jobs.Length} models in all now."]);
    }
}
