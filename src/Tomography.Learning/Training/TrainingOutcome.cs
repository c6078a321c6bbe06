using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>A trained model and how good it is.</summary>
/// <param name="Targets">What it is worth for each of its targets, in their order; at least one.</param>
/// <param name="History">Every epoch.</param>
/// <param name="Latents">
/// Pooled crystal vectors of the first test crystals, row by row, where they are asked for; else empty. Those of the first target.
/// </param>
/// <param name="Seconds">Wall time of the training loop with its validation, divided by the models trained beside each other.</param>
public sealed record TrainingOutcome(
    ImmutableArray<TargetOutcome> Targets, ImmutableArray<EpochRecord> History, ImmutableArray<float> Latents, double Seconds)
{
    /// <summary>How many materials the model used, in all parts.</summary>
    public required int Materials { get; init; }

    /// <summary>What was measured of the gradients of several targets; null for one.</summary>
    public JointMeasures? Joint { get; init; }

    /// <summary>Of the first target, the mean absolute error on the test part.</summary>
    public double TestMae => Targets[0].TestMae;

    /// <summary>Of the first target, the coefficient of determination; null where the target does not vary in the test part.</summary>
    public double? R2 => Targets[0].R2;

    /// <summary>Of the first target, the test error of the best constant.</summary>
    public double ConstantMae => Targets[0].ConstantMae;

    /// <summary>Of the first target, the mean absolute error on the validation part.</summary>
    public double ValidationMae => Targets[0].ValidationMae;

    /// <summary>Of the first target, the first epoch (from 1) with the lowest validation error.</summary>
    public int BestEpoch => Targets[0].BestEpoch;

    /// <summary>Of the first target, the predictions for the validation part.</summary>
    public ImmutableArray<double> ValidationPredictions => Targets[0].ValidationPredictions;

    /// <summary>Of the first target, the predictions for the test part.</summary>
    public ImmutableArray<double> TestPredictions => Targets[0].TestPredictions;

    /// <summary>The model's state at the best epoch of the first target.</summary>
    public ModelState Best => Targets[0].Best;
}
