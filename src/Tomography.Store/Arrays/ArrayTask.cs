namespace Tomography.Store;

/// <summary>Which task of which array a worker is.</summary>
/// <param name="Array">The array's id.</param>
/// <param name="Index">The task, from 0.</param>
public sealed record ArrayTask(string Array, int Index);
