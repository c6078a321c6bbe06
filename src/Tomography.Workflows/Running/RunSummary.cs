using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>How a run ended.</summary>
/// <param name="Planned">Jobs of all plans, each key once.</param>
/// <param name="AlreadyDone">Jobs whose result was in the store.</param>
/// <param name="Trained">Jobs trained now.</param>
/// <param name="Failures">Jobs that failed now.</param>
/// <param name="Problems">What ended the run before every job was tried: workers that cannot be started, or die before they finish a job.</param>
/// <param name="Cancelled">Whether the run was stopped from outside.</param>
/// <param name="Elapsed">Wall time.</param>
public sealed record RunSummary(int Planned, int AlreadyDone, int Trained, ImmutableArray<JobFailure> Failures, ImmutableArray<Diagnostic> Problems, bool Cancelled, TimeSpan Elapsed);
