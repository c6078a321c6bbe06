using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>The errors of a model on the crystals of its test part.</summary>
/// <param name="Crystals">Which materials of the dataset they are.</param>
/// <param name="Errors">Absolute error of each, in the target's unit; at least 0, finite.</param>
/// <param name="Trained">How many materials the model was trained on; at least 1.</param>
public sealed record TestErrors(ImmutableArray<int> Crystals, ImmutableArray<double> Errors, int Trained);
