namespace Tomography.Workflows.Worker;

/// <summary>How a worker that pulls ended.</summary>
/// <param name="Kind">Why it ended.</param>
/// <param name="Failed">Models that it gave up, or that others of its array did.</param>
internal sealed record PullEnd(PullEndKind Kind, int Failed);
