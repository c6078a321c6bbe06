using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>What a build would do.</summary>
/// <param name="Planned">Jobs of all plans, each key once.</param>
/// <param name="ToDo">The jobs without a result.</param>
/// <param name="Times">
/// Estimated time of all of them on one worker, for each kind of device that the store knows enough of; none where nothing is to be done.
/// </param>
public sealed record DryRun(int Planned, ImmutableArray<ToDo> ToDo, ImmutableArray<DeviceTime> Times);
