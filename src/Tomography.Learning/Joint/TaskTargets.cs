namespace Tomography.Learning;

/// <summary>What one task of a joint model learns: a column of the matrix of targets, with its mask.</summary>
/// <param name="Name">The target.</param>
/// <param name="Kind">What its head predicts.</param>
/// <param name="Values">Per crystal the normalised target, or 0 or 1 for a class; not a number where it is missing.</param>
/// <param name="Weight">The weight of its loss, above 0.</param>
public sealed record TaskTargets(string Name, HeadKind Kind, float[] Values, double Weight);
