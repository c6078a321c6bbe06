namespace Tomography.Workflows;

/// <summary>A model of a comparison.</summary>
/// <param name="Job">The job.</param>
/// <param name="Result">Its result.</param>
/// <param name="Score">How well it predicts the target that is compared.</param>
internal sealed record JointScore(Job Job, JobResult Result, TargetScore Score);
