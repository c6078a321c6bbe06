using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Importance of a feature, or of a set of them, for one target in one representation.</summary>
/// <param name="Features">The extra properties that the augmented model was given: one, or a set of several.</param>
/// <param name="Target">The property that both models predict.</param>
/// <param name="Pooled">The importance in the form of [T].</param>
/// <param name="Paired">The importance taken per seed.</param>
/// <param name="PlannedSeeds">How many seeds the experiment asks for.</param>
/// <param name="BaselineSeeds">For how many of them the baseline on the same materials is there.</param>
/// <param name="AugmentedSeeds">For how many of them the augmented model is there.</param>
/// <param name="PairedSeeds">For how many of them both are there.</param>
public sealed record ImportanceCell(
    PropertySet Features,
    PropertyName Target,
    ImportanceValue Pooled,
    ImportanceValue Paired,
    int PlannedSeeds,
    int BaselineSeeds,
    int AugmentedSeeds,
    int PairedSeeds)
{
    /// <summary>
    /// The changes per seed that the paired form summarises, in the order of the study; empty where that form is missing.
    /// </summary>
    public ImmutableArray<SeedChange> SeedChanges { get; init; } = [];

    /// <summary>
    /// How many materials both models stand on: those that have the target and every feature; null where no model is there.
    /// </summary>
    public int? Materials { get; init; }

    /// <summary>Whether the feature is the target itself: the positive control, which must improve the error and counts nowhere.</summary>
    public bool IsSelf => Features.Single == Target;

    /// <summary>
    /// Whether the target is among the features, alone or in a set: the model is given the answer, so that the cell counts nowhere.
    /// </summary>
    public bool ContainsTarget => Features.Contains(Target);

    /// <summary>Whether both models are there for every seed.</summary>
    public bool IsComplete => PairedSeeds == PlannedSeeds;

    /// <summary>The importance in a form.</summary>
    public ImportanceValue In(ImportanceForm form) => form == ImportanceForm.Pooled ? Pooled : Paired;
}
