namespace Tomography.Learning;

/// <summary>How several targets are learnt by one model. A model of one target does not use it.</summary>
/// <param name="Sharing">What the tasks have in common.</param>
/// <param name="SharedConvolutions">
/// How many convolutions they share (or tie, with <see cref="SharingKind.Soft"/>), from the first; behind these each task has the others,
/// its pooling and its hidden layers to itself. Null for all convolutions of the model; more than there are means all.
/// </param>
/// <param name="LossWeights">How their losses are added up.</param>
public sealed record JointSettings(SharingKind Sharing, int? SharedConvolutions, LossWeights LossWeights)
{
    /// <summary>All convolutions shared, losses added as they are.</summary>
    public static JointSettings Default { get; } = new(SharingKind.Hard, null, LossWeights.Equal);

    /// <summary>
    /// With soft sharing what the squared distance of two tasks' trunks is multiplied by before it is added to the loss, 0 or more.
    /// </summary>
    public double Tie { get; init; } = 0.01;

    /// <summary>With adapters the rank of what each task adds to the first hidden layer, at least 1.</summary>
    public int Rank { get; init; } = 8;

    /// <summary>
    /// Whether the part of a task's gradient that conflicts with another task's is taken away from what is shared (PCGrad; Yu et al.,
    /// NeurIPS 2020).
    /// </summary>
    public bool ProjectsConflicts { get; init; }

    /// <summary>
    /// What the overlap of tasks in the pooled vector is multiplied by before it is added to the loss, 0 or more: per pair of tasks the
    /// cosine of how much of each number of the vector their heads read, by the squares of their weights ([P], Table 1: constraints that
    /// disentangle dense couplings).
    /// </summary>
    public double Disentangle { get; init; }

    /// <summary>How many convolutions of a model are shared.</summary>
    public int SharedOf(ModelSettings model) => Math.Min(SharedConvolutions ?? model.Convolutions, model.Convolutions);
}
