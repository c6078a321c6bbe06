namespace Tomography.Workflows;

/// <summary>What <c>-t:Submit</c> brings to the nodes, and how.</summary>
/// <param name="Worker">Full path of the worker's assembly.</param>
/// <param name="Templates">Full path of the folder with the templates that are shipped.</param>
/// <param name="CheckpointInterval">Time between two checkpoints of a model.</param>
public sealed record SubmitTools(string Worker, string Templates, TimeSpan CheckpointInterval);
