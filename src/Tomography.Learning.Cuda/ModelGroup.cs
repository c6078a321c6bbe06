namespace Tomography.Learning.Cuda;

/// <summary>Models that take part side by side in the same launches.</summary>
/// <param name="First">The place of the first among all that take part.</param>
/// <param name="Count">How many models, at least 1.</param>
/// <param name="FirstHead">The place of its first head among those of all that take part.</param>
/// <param name="Heads">How many heads, at least one per model.</param>
/// <param name="FeatureLength">The numbers of the longest feature among the models.</param>
/// <param name="Kind">What they have in common.</param>
internal sealed record ModelGroup(int First, int Count, int FirstHead, int Heads, int FeatureLength, ModelKind Kind);
