namespace Tomography.Learning;

/// <summary>
/// What a model starts from in place of initial weights: the trunk of a trained one, its embedding and convolutions with the running
/// statistics of their batch norms. What stands behind the pooling is drawn as ever.
/// </summary>
/// <param name="Source">The trained model, of the same sizes.</param>
/// <param name="Rate">
/// What the learning rate of the trunk is multiplied by, 0 or more. At 0 the trunk is frozen: it keeps the bits of the source, and its
/// batch norms go by their running statistics while the rest is trained, as they do when the model predicts.
/// </param>
public sealed record TrunkStart(ModelState Source, double Rate)
{
    /// <summary>The state that a model starts from.</summary>
    /// <param name="layout">Its layout, of one target.</param>
    /// <param name="drawn">What it would start from by itself.</param>
    /// <exception cref="InvalidDataException">The source has other sizes.</exception>
    internal ModelState Over(ParameterLayout layout, ModelState drawn)
    {
        if (Source.Parameters.Length < layout.SharedSize || Source.Running.Length != drawn.Running.Length)
            throw new InvalidDataException("The model that this one starts from has other sizes.");
        return new(
            [.. Source.Parameters.AsSpan(0, layout.SharedSize), .. drawn.Parameters.AsSpan(layout.SharedSize)], [.. Source.Running]);
    }
}
