using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Store;

/// <summary>
/// How well a model predicts one of its targets. Errors are in the target's unit, at the epoch that is best for it; of a class they are the
/// distance of the second class's probability from 0 or 1.
/// </summary>
/// <param name="Target">The target.</param>
/// <param name="TestMae">Mean absolute error on the test part.</param>
/// <param name="R2">Coefficient of determination on the test part, 1 at most; null where the target does not vary there.</param>
/// <param name="ConstantMae">Mean absolute error of the best constant, the median of the training part, on the same test materials.</param>
/// <param name="ValidationMae">Mean absolute error on the validation part.</param>
/// <param name="BestEpoch">The epoch (from 1) with the lowest validation error.</param>
public sealed record TargetScore(PropertyName Target, double TestMae, double? R2, double ConstantMae, double ValidationMae, int BestEpoch)
{
    /// <summary>How well classes are told apart; null where the target is a number.</summary>
    public ClassScore? Classes { get; init; }
}
