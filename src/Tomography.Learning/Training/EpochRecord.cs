using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>How far training was after an epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="TrainLoss">
/// Mean squared error of the normalised target over the epoch's steps, crystals weighing alike; the weighed sum of the tasks' losses of a
/// joint model.
/// </param>
/// <param name="ValidationMae">
/// Mean absolute error on the validation part, in the target's unit; of a joint model the mean over its targets of that error in standard
/// deviations of the target.
/// </param>
public readonly record struct EpochRecord(int Epoch, double TrainLoss, double ValidationMae)
{
    /// <summary>Of a joint model per target the mean absolute error on the validation part, in its unit; null for one target.</summary>
    public ImmutableArray<double>? TargetMaes { get; init; }
}
