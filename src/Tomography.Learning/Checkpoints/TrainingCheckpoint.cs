using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>
/// A training between two steps, complete: going on from here gives the bits of a training that never stopped. It belongs to one
/// <see cref="TrainingTask"/>, which it does not name; the caller keeps them together.
/// </summary>
/// <param name="Epoch">The epoch under way, from 1.</param>
/// <param name="Position">
/// Crystals of <paramref name="Order"/> that this epoch has trained on, from 0 to all; at all, validation comes next.
/// </param>
/// <param name="LossSum">Sum over those crystals of the mean squared error of their step, finite.</param>
/// <param name="Order">The training part in the order of this epoch; the next epoch shuffles it further.</param>
/// <param name="Shuffle">The generator that shuffles the next epoch.</param>
/// <param name="Network">Weights, running statistics and optimizer.</param>
/// <param name="Best">The model at the best epoch so far; the initial model before the first epoch ends.</param>
/// <param name="BestEpoch">The best epoch so far; 0 before the first epoch ends.</param>
/// <param name="BestMae">Its validation error in the target's unit; infinite before the first epoch ends.</param>
/// <param name="History">The epochs before this one.</param>
/// <param name="Seconds">Wall time of training so far, over all the runs it took.</param>
public sealed record TrainingCheckpoint(
    int Epoch,
    int Position,
    double LossSum,
    ImmutableArray<int> Order,
    GeneratorState Shuffle,
    NetworkState Network,
    ModelState Best,
    int BestEpoch,
    double BestMae,
    ImmutableArray<EpochRecord> History,
    double Seconds)
{
    /// <summary>How far a joint model is for its targets after the first, in order; none for a model of one target.</summary>
    public ImmutableArray<TargetProgress> Others { get; init; } = [];

    /// <summary>
    /// Writes the checkpoint in a binary form of about 4 bytes x (3 or 4) per parameter. It has no checksum: the caller's file has.
    /// </summary>
    public void Write(Stream stream) => CheckpointFormat.Write(this, stream);

    /// <summary>
    /// Reads what <see cref="Write"/> wrote, to the end of the stream. Memory stays within a few times what the stream holds.
    /// </summary>
    /// <exception cref="InvalidDataException">The stream is no checkpoint, is one of another version, or is damaged.</exception>
    public static TrainingCheckpoint Read(Stream stream) => CheckpointFormat.Read(stream);
}
