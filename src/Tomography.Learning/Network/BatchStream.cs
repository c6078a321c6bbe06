using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>
/// The rest of an epoch: crystals in the order in which to train on them, in whole batches but for the last. Models of one seed and split
/// share an order; several orders of one length may run side by side.
/// </summary>
/// <param name="Orders">The crystals of the whole epoch, in each order; all of one length.</param>
/// <param name="OrderOf">Per model that takes part, the place of its order among <paramref name="Orders"/>.</param>
/// <param name="Position">How many crystals of each order are done, a multiple of <paramref name="BatchSize"/>.</param>
/// <param name="BatchSize">Crystals per step, at least 1.</param>
/// <param name="LearningRate">Step size.</param>
public sealed record BatchStream(
    ImmutableArray<ReadOnlyMemory<int>> Orders, ImmutableArray<int> OrderOf, int Position, int BatchSize, double LearningRate)
{
    /// <summary>Crystals of an epoch.</summary>
    public int Length => Orders[0].Length;

    /// <summary>The next batch of a model.</summary>
    /// <param name="model">The model's place among those that take part.</param>
    /// <param name="position">How many crystals of the epoch are done.</param>
    public ReadOnlySpan<int> Batch(int model, int position) =>
        Orders[OrderOf[model]].Span.Slice(position, Math.Min(BatchSize, Length - position));
}
