using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// How far a target follows from the formula alone: what is known of the least error that any function of the formula can reach, from
/// materials of one formula (polymorphs). No model is trained for it.
/// </summary>
/// <remarks>
/// The mean of |y - m| over materials, with m the same for all of a formula, is least for the medians of the formulas, which are not known.
/// The median of the other polymorphs is a guess of it that does not know y, so its error is too large on average
/// (<see cref="LeaveOneOut"/>); the median of all of them knows y, so its error is too small (<see cref="Least"/>). The least error lies
/// between.
/// </remarks>
/// <param name="Target">The target.</param>
/// <param name="Materials">How many materials with the target have another of their formula.</param>
/// <param name="Formulas">How many formulas they have.</param>
public sealed record CompositionCeiling(PropertyName Target, int Materials, int Formulas)
{
    /// <summary>Fewer materials than these say nothing.</summary>
    public const int FewestMaterials = 30;

    /// <summary>Fewer formulas than these say nothing.</summary>
    public const int FewestFormulas = 10;

    /// <summary>Mean |y - median of the other materials of its formula|; null where no material has another of its formula.</summary>
    public ErrorInterval? LeaveOneOut { get; init; }

    /// <summary>Mean |y - median of all materials of its formula|; null where no material has another of its formula.</summary>
    public ErrorInterval? Least { get; init; }

    /// <summary>On the same materials, mean |y - median of all other materials of the dataset|; null where there are none.</summary>
    public double? ConstantMae { get; init; }

    /// <summary>The errors of the baselines on such materials, in the order of the representations.</summary>
    public ImmutableArray<PolymorphError> Baselines { get; init; } = [];

    /// <summary>Whether enough materials and formulas stand behind the errors to say something by them.</summary>
    public bool IsKnown => Materials >= FewestMaterials && Formulas >= FewestFormulas;
}
