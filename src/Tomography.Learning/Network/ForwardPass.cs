namespace Tomography.Learning;

/// <summary>What a forward pass is for.</summary>
internal enum ForwardPass
{
    /// <summary>A step: by the batch's own statistics, keeping what the backward pass needs; running statistics follow.</summary>
    Train,

    /// <summary>What the losses of a step would be by other weights: by the batch's own statistics, keeping nothing.</summary>
    Probe,

    /// <summary>Predictions: by the running statistics.</summary>
    Predict,
}
