using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>How a run ended.</summary>
/// <param name="Planned">Jobs of all plans, each key once.</param>
/// <param name="AlreadyDone">Jobs whose result was in the store.</param>
/// <param name="Trained">Jobs trained now.</param>
/// <param name="TrainedElsewhere">Jobs that another build, which shares the store, trained meanwhile.</param>
/// <param name="Failures">Jobs that failed now, for good.</param>
/// <param name="Problems">
/// What ended the run before every job was tried: workers that cannot be started, or die before they finish a job; a store that cannot be
/// written.
/// </param>
/// <param name="Cancelled">Whether the run was stopped from outside.</param>
/// <param name="Elapsed">Wall time.</param>
public sealed record RunSummary(
    int Planned,
    int AlreadyDone,
    int Trained,
    int TrainedElsewhere,
    ImmutableArray<JobFailure> Failures,
    ImmutableArray<Diagnostic> Problems,
    bool Cancelled,
    TimeSpan Elapsed)
{
    /// <summary>This run and the next round of the same build as one.</summary>
    public RunSummary Then(RunSummary next) => new(
        Planned + next.Planned, AlreadyDone + next.AlreadyDone, Trained + next.Trained, TrainedElsewhere + next.TrainedElsewhere,
        Failures.AddRange(next.Failures), Problems.AddRange(next.Problems), next.Cancelled, Elapsed + next.Elapsed);

    /// <summary>One line for people: <c>252 planned, 0 already done, 252 trained, 0 failed, in 2 min 14 s</c>.</summary>
    public override string ToString() =>
        $"{Planned} planned, {AlreadyDone} already done, {Trained} trained, "
            + $"{(TrainedElsewhere > 0 ? $"{TrainedElsewhere} trained by another build, " : "")}{Failures.Length} failed, in "
            + $"{Durations.Show(Elapsed)}";
}
