using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning;

/// <summary>One model to train.</summary>
/// <param name="Graphs">The crystals of the dataset in one representation.</param>
/// <param name="Target">The property to predict, a number or one of two classes; every material that the model uses has it.</param>
/// <param name="Features">The extra properties, in the order of their names; none for the baseline.</param>
/// <param name="Split">Which crystals train, validate and test: those of the model's materials.</param>
/// <param name="Model">Sizes.</param>
/// <param name="Training">The recipe.</param>
/// <param name="Seed">The seed of initial weights and batch order.</param>
public sealed record TrainingTask(
    PackedGraphs Graphs,
    PropertyColumn Target,
    ImmutableArray<PropertyColumn> Features,
    Split Split,
    ModelSettings Model,
    TrainingSettings Training,
    long Seed)
{
    /// <summary>
    /// The materials that the model uses, ascending: what "the whole dataset" means for its normalisation. All of the dataset where it is
    /// left out; those that have every property of the model where some lack one.
    /// </summary>
    public ImmutableArray<int> Materials { get; init; } = [.. Enumerable.Range(0, Graphs.Count)];

    /// <summary>
    /// Further properties that the same model predicts; with the first they stand in the order of their names. Materials may then lack some
    /// of them, and are left out where they do.
    /// </summary>
    public ImmutableArray<PropertyColumn> Joined { get; init; } = [];

    /// <summary>What it starts from in place of initial weights; null for these. A model of several targets starts from these.</summary>
    public TrunkStart? Start { get; init; }

    /// <summary>
    /// Classes of materials that are to count the same in its loss, however many materials each has; null where there are none.
    /// </summary>
    public PropertyColumn? Sources { get; init; }

    /// <summary>All properties that it predicts, in order.</summary>
    public ImmutableArray<PropertyColumn> Targets => [Target, .. Joined];

    /// <summary>Whether it learns by tasks: several targets, or a class.</summary>
    public bool IsJoint => !Joined.IsEmpty || Target.Property.Kind == PropertyKind.Classes;

    /// <summary>Whether it predicts the variance of its own error.</summary>
    public bool HasVariance => !IsJoint && Training.Loss == LossKind.Gaussian;

    /// <summary>How its targets are learnt; a class alone has nothing to share or to weigh.</summary>
    internal JointSettings JointSettings => Joined.IsEmpty ? JointSettings.Default : Training.Joint;

    /// <summary>The layout of the model's parameters.</summary>
    internal ParameterLayout Layout => LayoutOf(IsJoint ? JointSettings : null);

    private ParameterLayout LayoutOf(JointSettings? joint) => new(
        Model, Graphs.FeatureLength, Graphs.Basis.Count, [.. Features.Select(f => FeaturePart.Of(f.Property))],
        joint is null ? null : new([.. Targets.Select(t => t.Property.Name.Value)], joint), Training.Loss);

    /// <summary>The layouts of the networks that it is made of: one, or with soft sharing one per target.</summary>
    internal ImmutableArray<ParameterLayout> Layouts => Joined.IsEmpty || Training.Joint.Sharing != SharingKind.Soft ? [Layout]
        : [.. Targets.Select(t => (this with { Target = t, Joined = [] }).LayoutOf(Training.Joint))];

    /// <summary>The materials over which properties are normalised; none that is held out.</summary>
    internal ImmutableArray<int> NormalizationScope =>
        Training.Normalize == Learning.NormalizationScope.Training ? Split.Train
        : Split.HeldOut.IsEmpty ? Materials
        : [.. Materials.Except(Split.HeldOut)];
}
