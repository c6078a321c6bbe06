using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>What one trained model achieved: a row of <c>results.csv</c>.</summary>
/// <param name="Representation">What the model saw of each crystal.</param>
/// <param name="Target">The property it predicts.</param>
/// <param name="Feature">The extra property it was given; null for the baseline.</param>
/// <param name="Seed">The seed of split, initial weights and batch order.</param>
/// <param name="TestMae">Mean absolute error on the test part at the best epoch, in the target's unit.</param>
/// <param name="ValidationMae">Mean absolute error on the validation part at the best epoch, in the target's unit.</param>
/// <param name="BestEpoch">The epoch (from 1) with the lowest validation error, whose weights were tested.</param>
/// <param name="Epochs">Epochs trained.</param>
/// <param name="Seconds">Wall time of the training loop with its validation.</param>
/// <param name="Job">Key of the job in the store.</param>
public sealed record ModelScore(
    Representation Representation,
    PropertyName Target,
    PropertyName? Feature,
    int Seed,
    double TestMae,
    double ValidationMae,
    int BestEpoch,
    int Epochs,
    double Seconds,
    string Job);
