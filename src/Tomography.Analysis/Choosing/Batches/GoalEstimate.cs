namespace Tomography.Analysis;

/// <summary>What is said of a goal's property of a candidate, in the property's unit.</summary>
/// <param name="Mean">Mean of the models.</param>
/// <param name="Spread">Their standard deviation; 0 for one model.</param>
/// <param name="Deviation">The standard deviation that is expected of the true value: spread and noise.</param>
public sealed record GoalEstimate(double Mean, double Spread, double Deviation)
{
    /// <summary>The interval that is to hold the true value; null where none is asked for, or too few crystals calibrate it.</summary>
    public PredictionInterval? Interval { get; init; }

    /// <summary>Distance to the training crystals in multiples of the domain's; null where it is not known.</summary>
    public double? Distance { get; init; }

    /// <summary>The gates that stop the prediction.</summary>
    public StoppedBy Stopped { get; init; }
}
