using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>A trained model and how good it is.</summary>
/// <param name="TestMae">Mean absolute error on the test part at the best epoch, in the target's unit.</param>
/// <param name="ValidationMae">Mean absolute error on the validation part at the best epoch, in the target's unit.</param>
/// <param name="BestEpoch">The first epoch (from 1) with the lowest validation error.</param>
/// <param name="History">Every epoch.</param>
/// <param name="TestPredictions">Predictions for the test part at the best epoch, in the split's order and the target's unit.</param>
/// <param name="Best">The model's state at the best epoch.</param>
/// <param name="Latents">Pooled crystal vectors of the first test crystals at the best epoch, row by row, where <see cref="TrainingOptions.MostLatents"/> asks for them; else empty.</param>
/// <param name="Seconds">Wall time of the training loop with its validation.</param>
public sealed record TrainingOutcome(
    double TestMae,
    double ValidationMae,
    int BestEpoch,
    ImmutableArray<EpochRecord> History,
    ImmutableArray<double> TestPredictions,
    ModelState Best,
    ImmutableArray<float> Latents,
    double Seconds);
