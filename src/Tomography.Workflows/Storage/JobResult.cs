using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>What a job produced.</summary>
/// <param name="Key">The job.</param>
/// <param name="Title">What people call it.</param>
/// <param name="TestMae">Mean absolute error on the test part at the best epoch, in the target's unit.</param>
/// <param name="ValidationMae">Mean absolute error on the validation part at the best epoch, in the target's unit.</param>
/// <param name="BestEpoch">The epoch (from 1) with the lowest validation error.</param>
/// <param name="Epochs">Epochs trained.</param>
/// <param name="Seconds">Wall time of the training loop with its validation.</param>
/// <param name="Fingerprint">Everything the result depends on.</param>
/// <param name="History">Every epoch.</param>
/// <param name="Provenance">Where it was made.</param>
public sealed record JobResult(
    JobKey Key,
    string Title,
    double TestMae,
    double ValidationMae,
    int BestEpoch,
    int Epochs,
    double Seconds,
    ImmutableArray<FingerprintPart> Fingerprint,
    ImmutableArray<EpochRecord> History,
    Provenance Provenance);
