using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>A model that a worker was told to train.</summary>
/// <param name="Cohort">Its cohort in the order.</param>
/// <param name="Model">What it is.</param>
/// <param name="Task">The same for who trains, with its data.</param>
internal sealed record Trainee(CohortOrder Cohort, ModelOrder Model, TrainingTask Task)
{
    /// <summary>The job.</summary>
    public JobKey Key => Model.Key;
}
