using Microsoft.Build.Framework;

namespace Tomography.Workflows.Sdk;

/// <summary>Trains the jobs of plans that the store lacks, in worker processes.</summary>
public sealed class TrainModels : TrainingTask
{
    /// <summary>The plans, as <see cref="PlanExperiments"/> wrote them.</summary>
    [Required]
    public ITaskItem[] Plans { get; set; } = [];

    private protected override void Run(CancellationToken cancellation) =>
        Train([.. Plans.Select(p => PlanStage.Read(p.GetMetadata("FullPath")))], cancellation);
}
