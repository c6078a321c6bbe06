namespace Tomography.Learning;

/// <summary>What the numbers of a parameter block do, and with it what they start from.</summary>
public enum ParameterKind
{
    /// <summary>Weight or bias of a linear layer: starts uniform in +-1/sqrt(fan-in).</summary>
    Linear,

    /// <summary>Scale of a batch norm: starts at 1.</summary>
    NormScale,

    /// <summary>Shift of a batch norm: starts at 0.</summary>
    NormShift,

    /// <summary>Weight that starts at 0, so that what it belongs to adds nothing at first.</summary>
    Zero,

    /// <summary>Log-variance of a task, by which its loss is weighed: starts at -0.5.</summary>
    LogVariance,
}
