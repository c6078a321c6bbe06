namespace Tomography.Learning;

/// <summary>A part of a training step, for measuring where the time goes.</summary>
internal enum NetworkStage
{
    /// <summary>Gathering the batch, embedding the elements, expanding distances.</summary>
    Inputs,

    /// <summary>W1 v and W2 v per atom.</summary>
    AtomTerms,

    /// <summary>Bond terms, and mean and variance of z over bonds.</summary>
    BondStatistics,

    /// <summary>Bond terms, and the gated sums.</summary>
    GateSums,

    /// <summary>Batch norm over sites, residual, softplus.</summary>
    SiteUpdates,

    /// <summary>Pooling, hidden layers, prediction, and their gradients.</summary>
    Head,

    /// <summary>Reductions of the batch norms' gradients.</summary>
    NormGradients,

    /// <summary>Bond terms, gradients of z, and W3's gradient.</summary>
    GateGradients,

    /// <summary>Gradients of W1, W2 and of the atom vectors.</summary>
    AtomGradients,

    /// <summary>The step of the optimizer, over all weights.</summary>
    Update,
}
