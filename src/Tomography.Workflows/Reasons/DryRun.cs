using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>What a build would do.</summary>
/// <param name="Planned">Jobs of all plans, each key once.</param>
/// <param name="ToDo">The jobs without a result.</param>
/// <param name="Work">
/// Estimated time of all of them on one worker; null where the store has nothing to go by, or nothing is to be done.
/// </param>
public sealed record DryRun(int Planned, ImmutableArray<ToDo> ToDo, TimeSpan? Work);
