using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What one trained model achieved for one of its targets: a row of <c>results.csv</c>.</summary>
/// <param name="Model">The model.</param>
/// <param name="Target">The target, one of the model's.</param>
/// <param name="TestMae">Mean absolute error on the test part at the best epoch, in the target's unit; at least 0.</param>
/// <param name="R2">
/// Share of the variance on the test part that it explains, at most 1; null where it does not exist, as where all test crystals have the
/// same value.
/// </param>
/// <param name="ConstantMae">
/// The test error of the best constant, the median of the training part, on the same test crystals; at least 0. A model that does no
/// better has learnt nothing.
/// </param>
/// <param name="Materials">How many materials the model used, in all parts together; at least 1.</param>
/// <param name="ValidationMae">Mean absolute error on the validation part at the best epoch, in the target's unit; at least 0.</param>
/// <param name="BestEpoch">The epoch (from 1) with the lowest validation error, whose weights were tested.</param>
/// <param name="Epochs">Epochs trained.</param>
/// <param name="Seconds">Wall time of the training loop with its validation.</param>
/// <param name="Key">Key of the model in the store.</param>
public sealed record ModelScore(
    ModelSpec Model,
    PropertyName Target,
    double TestMae,
    double? R2,
    double ConstantMae,
    int Materials,
    double ValidationMae,
    int BestEpoch,
    int Epochs,
    double Seconds,
    string Key)
{
    /// <summary>How much the validation error changes where training ends, see <see cref="Analysis.ValidationTrend"/>; null where it is
    /// not known.</summary>
    public double? ValidationTrend { get; init; }

    /// <summary>The validation error after each epoch, in the target's unit; empty where it is not known. An epoch that diverged has no
    /// finite number.</summary>
    public ImmutableArray<double> ValidationErrors { get; init; } = [];
}
