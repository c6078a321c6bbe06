using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Store;

/// <summary>What a job produced. Its predictions, weights and latent vectors stand beside it, see <see cref="Kept"/>.</summary>
/// <param name="Key">The job.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Scores">A score per target.</param>
/// <param name="Materials">How many materials the model used, in all parts.</param>
/// <param name="Epochs">Epochs trained.</param>
/// <param name="Seconds">Wall time of the training loop with its validation.</param>
/// <param name="Fingerprint">Everything the result depends on.</param>
/// <param name="History">Every epoch.</param>
/// <param name="Provenance">Where it was made.</param>
public sealed record JobResult(
    JobKey Key,
    string Title,
    ImmutableArray<TargetScore> Scores,
    int Materials,
    int Epochs,
    double Seconds,
    ImmutableArray<FingerprintPart> Fingerprint,
    ImmutableArray<EpochRecord> History,
    Provenance Provenance)
{
    /// <summary>What was measured of the gradients of several targets; null for one.</summary>
    public JointMeasures? Joint { get; init; }
}
