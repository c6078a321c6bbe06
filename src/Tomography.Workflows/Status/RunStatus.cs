using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>What a build that trains tells others who look at its store.</summary>
/// <param name="Host">The machine.</param>
/// <param name="ProcessId">Its process.</param>
/// <param name="Started">When it started to train, UTC.</param>
/// <param name="Experiments">Names of the experiments.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Running">The jobs being trained.</param>
public sealed record RunStatus(string Host, int ProcessId, DateTimeOffset Started, ImmutableArray<string> Experiments, RunProgress Progress, ImmutableArray<RunningJob> Running);
