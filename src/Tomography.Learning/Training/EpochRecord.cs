namespace Tomography.Learning;

/// <summary>How far training was after an epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="TrainLoss">Mean squared error of the normalised target over the epoch's steps, crystals weighing alike.</param>
/// <param name="ValidationMae">Mean absolute error on the validation part, in the target's unit.</param>
public readonly record struct EpochRecord(int Epoch, double TrainLoss, double ValidationMae);
