using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>How well a baseline of a representation predicts a target.</summary>
/// <param name="Representation">What the model saw of each crystal.</param>
/// <param name="Target">The property it predicts.</param>
/// <param name="MaterialsWith">The properties that its materials have; none where it uses all materials of the dataset.</param>
/// <param name="Seeds">For how many seeds it is there.</param>
/// <param name="TestMae">Mean absolute error on the test part over the seeds, in the target's unit; null where no seed is there.</param>
public sealed record BaselineError(
    Representation Representation, Property Target, PropertySet MaterialsWith, int Seeds, ErrorRange? TestMae)
{
    /// <summary>How many materials it stands on; null where no seed is there.</summary>
    public int? Materials { get; init; }

    /// <summary>The error of the best constant, mean over the seeds that are there; null where none is.</summary>
    public double? ConstantMae { get; init; }

    /// <summary>The share of the variance that it explains, mean over the seeds that have one; null where none has.</summary>
    public double? R2 { get; init; }

    /// <summary>Whether its models were trained long enough; null where no seed is there.</summary>
    public Convergence? Convergence { get; init; }

    /// <summary>Whether it predicts no better than the best constant does: it has learnt nothing of the target.</summary>
    public bool IsNoBetterThanConstant => TestMae is { } error && ConstantMae is { } constant && error.Mean >= constant;
}
