using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning;

/// <summary>
/// What a trained model is worth for one target, at the epoch that is best for it. Errors are in the target's unit; for a target of two
/// classes a prediction is the probability of the second, and errors are its distance from 0 or 1.
/// </summary>
/// <param name="Target">The target.</param>
/// <param name="TestMae">Mean absolute error on the test part.</param>
/// <param name="R2">Coefficient of determination on the test part, 1 at most; null where the target does not vary there.</param>
/// <param name="ConstantMae">Mean absolute error of the best constant, the median of the training part, on the same test crystals.</param>
/// <param name="ValidationMae">Mean absolute error on the validation part.</param>
/// <param name="BestEpoch">The first epoch (from 1) with the lowest validation error.</param>
/// <param name="ValidationPredictions">Predictions for those of the validation part that have the target, in the split's order.</param>
/// <param name="TestPredictions">Predictions for those of the test part that have the target, in the split's order.</param>
/// <param name="Best">The model's state at the best epoch.</param>
public sealed record TargetOutcome(
    PropertyName Target,
    double TestMae,
    double? R2,
    double ConstantMae,
    double ValidationMae,
    int BestEpoch,
    ImmutableArray<double> ValidationPredictions,
    ImmutableArray<double> TestPredictions,
    ModelState Best)
{
    /// <summary>How well classes are told apart; null where the target is a number.</summary>
    public ClassErrors? Classes { get; init; }
}
