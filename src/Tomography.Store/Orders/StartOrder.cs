namespace Tomography.Store;

/// <summary>What a model starts from.</summary>
/// <param name="Source">The job whose weights, kept in the store, it starts from.</param>
/// <param name="Title">What people call that job.</param>
/// <param name="Rate">What the learning rate of the trunk is multiplied by; 0 where it is frozen.</param>
public sealed record StartOrder(JobKey Source, string Title, double Rate);
