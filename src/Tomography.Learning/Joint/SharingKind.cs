namespace Tomography.Learning;

/// <summary>What the tasks of a joint model have in common.</summary>
public enum SharingKind
{
    /// <summary>Embedding and the first convolutions; behind them a branch per task.</summary>
    Hard,

    /// <summary>
    /// Nothing but a pull: each task has a trunk of its own, and the squared distances of the trunks are added to the loss.
    /// </summary>
    Soft,

    /// <summary>
    /// Embedding, convolutions and first hidden layer; each task adds a layer of low rank to the latter, and has the rest to itself.
    /// </summary>
    Adapters,
}
