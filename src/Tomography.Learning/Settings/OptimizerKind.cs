namespace Tomography.Learning;

/// <summary>How weights follow their gradients.</summary>
public enum OptimizerKind
{
    /// <summary>Stochastic gradient descent with momentum: u = momentum u + g, w = w - rate u.</summary>
    Sgd,

    /// <summary>Adam (Kingma and Ba, 2015) with decay rates 0.9 and 0.999 and epsilon 1e-8.</summary>
    Adam,
}
