using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Store;

/// <summary>
/// What a model predicts of one target, in the target's unit (of a class the probability of the second), rounded to float32.
/// </summary>
/// <param name="Target">The target.</param>
/// <param name="Validation">
/// For those of the validation part of the model's materials that have the target, in the order of the split.
/// </param>
/// <param name="Test">For their test part, in the order of the split.</param>
public sealed record TargetPredictions(PropertyName Target, ImmutableArray<float> Validation, ImmutableArray<float> Test);
