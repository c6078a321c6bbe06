namespace Tomography.Learning;

/// <summary>The rest of an epoch: crystals in the order in which to train on them, in whole batches but for the last.</summary>
public readonly ref struct BatchStream
{
    /// <summary>The rest of an epoch.</summary>
    /// <param name="order">The crystals of the whole epoch.</param>
    /// <param name="position">How many of them are done, a multiple of <paramref name="batchSize"/>.</param>
    /// <param name="batchSize">Crystals per step, at least 1.</param>
    /// <param name="learningRate">Step size.</param>
    public BatchStream(ReadOnlySpan<int> order, int position, int batchSize, double learningRate)
    {
        Order = order;
        (Position, BatchSize, LearningRate) = (position, batchSize, learningRate);
    }

    /// <summary>The crystals of the whole epoch.</summary>
    public ReadOnlySpan<int> Order { get; }

    /// <summary>How many of them are done.</summary>
    public int Position { get; }

    /// <summary>Crystals per step.</summary>
    public int BatchSize { get; }

    /// <summary>Step size.</summary>
    public double LearningRate { get; }
}
