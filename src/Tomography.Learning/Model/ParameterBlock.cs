namespace Tomography.Learning;

/// <summary>
/// A matrix of parameters within the flat parameter array: row by row, each row padded with zeros to <paramref name="Stride"/>.
/// </summary>
/// <param name="Name">Name, unique in the model; initial weights are drawn by it.</param>
/// <param name="Kind">What the numbers do.</param>
/// <param name="FanIn">
/// Inputs of the linear layer that the block belongs to, from which its initial range follows; 1 for a batch norm. The first hidden layer
/// counts the pooled vector alone: with the features among its inputs, baseline and augmented model would start from other weights.
/// </param>
/// <param name="Offset">First element in the flat array, a multiple of 16.</param>
/// <param name="Rows">Inputs (1 for a vector).</param>
/// <param name="Columns">Outputs.</param>
/// <param name="Stride">Elements from row to row, a multiple of 16; those past <paramref name="Columns"/> stay zero.</param>
public readonly record struct ParameterBlock(string Name, ParameterKind Kind, int FanIn, int Offset, int Rows, int Columns, int Stride)
{
    /// <summary>
    /// The name by which initial weights are drawn, where it is not its own: branches of a joint model start as the only branch of a single
    /// one does.
    /// </summary>
    public string DrawnAs { get; init; } = Name;

    /// <summary>Elements the block takes in the flat array.</summary>
    public int Size => Rows * Stride;
}
