using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>How sure a prediction is.</summary>
/// <param name="Predicted">What each model predicts, in the target's unit.</param>
/// <param name="Interval">What is to hold the true value; null where too few crystals calibrate it.</param>
/// <param name="Distance">Distance to the training crystals in multiples of the domain's; null where there is no domain.</param>
/// <param name="Stopped">The gates that stop it.</param>
/// <param name="Noise">What the models say of its noise, in the target's unit; null where they predict no variance.</param>
internal sealed record Certainty(
    ImmutableArray<double> Predicted, PredictionInterval? Interval, double? Distance, StoppedBy Stopped,
    double? Noise);
