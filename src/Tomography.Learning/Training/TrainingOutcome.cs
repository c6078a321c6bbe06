using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>A trained model and how good it is. All numbers are those of the best epoch, in the target's unit.</summary>
/// <param name="TestMae">Mean absolute error on the test part.</param>
/// <param name="R2">Coefficient of determination on the test part, 1 at most; null where the target does not vary there.</param>
/// <param name="ConstantMae">Mean absolute error of the best constant, the median of the training part, on the same test crystals.</param>
/// <param name="ValidationMae">Mean absolute error on the validation part.</param>
/// <param name="BestEpoch">The first epoch (from 1) with the lowest validation error.</param>
/// <param name="History">Every epoch.</param>
/// <param name="ValidationPredictions">Predictions for the validation part, in the split's order.</param>
/// <param name="TestPredictions">Predictions for the test part, in the split's order.</param>
/// <param name="Best">The model's state.</param>
/// <param name="Latents">Pooled crystal vectors of the first test crystals, row by row, where they are asked for; else empty.</param>
/// <param name="Seconds">Wall time of the training loop with its validation, divided by the models trained beside each other.</param>
public sealed record TrainingOutcome(
    double TestMae,
    double? R2,
    double ConstantMae,
    double ValidationMae,
    int BestEpoch,
    ImmutableArray<EpochRecord> History,
    ImmutableArray<double> ValidationPredictions,
    ImmutableArray<double> TestPredictions,
    ModelState Best,
    ImmutableArray<float> Latents,
    double Seconds)
{
    /// <summary>How many materials the model used, in all parts.</summary>
    public required int Materials { get; init; }
}
