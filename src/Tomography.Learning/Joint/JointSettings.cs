namespace Tomography.Learning;

/// <summary>How several targets are learnt by one model. A model of one target does not use it.</summary>
/// <param name="Sharing">What the tasks have in common.</param>
/// <param name="SharedConvolutions">
/// How many convolutions they share, from the first; behind these each task has a branch of its own with the others, its pooling and its
/// hidden layers. Null for all convolutions of the model; more than there are means all.
/// </param>
/// <param name="LossWeights">How their losses are added up.</param>
public sealed record JointSettings(SharingKind Sharing, int? SharedConvolutions, LossWeights LossWeights)
{
    /// <summary>All convolutions shared, losses added as they are.</summary>
    public static JointSettings Default { get; } = new(SharingKind.Hard, null, LossWeights.Equal);

    /// <summary>How many convolutions of a model are shared.</summary>
    public int SharedOf(ModelSettings model) => Math.Min(SharedConvolutions ?? model.Convolutions, model.Convolutions);
}
