namespace Tomography.Learning.Cuda;

/// <summary>Models that take part side by side in the same launches.</summary>
/// <param name="First">The place of the first among all that take part.</param>
/// <param name="Models">The models, at least one.</param>
/// <param name="FirstHead">The place of its first head among those of all that take part.</param>
/// <param name="Heads">The heads of the models.</param>
/// <param name="Kind">What the models have in common.</param>
internal sealed record ModelGroup(int First, int[] Models, int FirstHead, Head[] Heads, ModelKind Kind)
{
    /// <summary>How many models.</summary>
    public int Count => Models.Length;

    /// <summary>The numbers of the longest feature among the models.</summary>
    public int FeatureLength { get; } = Heads.Max(h => h.FeatureLength);

    /// <summary>How many targets a model has at most.</summary>
    public int Tasks { get; } = Heads.Max(h => h.Tasks);

    /// <summary>Whether some crystals lack a target.</summary>
    public bool IsMasked { get; } = Array.Exists(Heads, h => h.IsMasked != 0);
}
