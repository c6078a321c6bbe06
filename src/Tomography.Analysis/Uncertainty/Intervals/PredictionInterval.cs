namespace Tomography.Analysis;

/// <summary>An interval that is to hold the true value of a crystal.</summary>
/// <param name="Lower">Its lower end, in the target's unit.</param>
/// <param name="Upper">Its upper end.</param>
public readonly record struct PredictionInterval(double Lower, double Upper)
{
    /// <summary>From end to end.</summary>
    public double Width => Upper - Lower;
}
