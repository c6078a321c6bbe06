using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>The training recipe. Defaults are those of [T].</summary>
/// <param name="Epochs">Passes over the training part, at least 1.</param>
/// <param name="BatchSize">Crystals per step, at least 1; the last batch of an epoch may be smaller.</param>
/// <param name="Optimizer">How weights follow their gradients.</param>
/// <param name="LearningRate">Step size, above 0.</param>
/// <param name="Momentum">Momentum of SGD, in [0, 1); Adam does not use it.</param>
/// <param name="WeightDecay">Factor of the weights added to their gradients, 0 or more.</param>
/// <param name="Milestones">Epochs after which the learning rate is multiplied by <paramref name="Gamma"/>; [T]: after epoch 100.</param>
/// <param name="Gamma">Factor of the learning rate at each milestone, above 0.</param>
/// <param name="Normalize">Over which materials properties are normalised.</param>
public sealed record TrainingSettings(
    int Epochs,
    int BatchSize,
    OptimizerKind Optimizer,
    double LearningRate,
    double Momentum,
    double WeightDecay,
    ImmutableArray<int> Milestones,
    double Gamma,
    NormalizationScope Normalize)
{
    /// <summary>What models of one number make small; others do not use it.</summary>
    public LossKind Loss { get; init; }

    /// <summary>How models of several targets learn them; others do not use it.</summary>
    public JointSettings Joint { get; init; } = JointSettings.Default;

    /// <summary>The recipe of [T].</summary>
    public static TrainingSettings Default { get; } =
        new(500, 256, OptimizerKind.Sgd, 0.01, 0.9, 0, [100], 0.1, NormalizationScope.Dataset);

    /// <summary>The learning rate of an epoch (from 1): multiplied by <see cref="Gamma"/> after each milestone that has passed.</summary>
    public double LearningRateOf(int epoch)
    {
        // By multiplication: the C library's power function would differ from machine to machine.
        var rate = LearningRate;
        foreach (var milestone in Milestones)
            if (epoch > milestone)
                rate *= Gamma;
        return rate;
    }
}
