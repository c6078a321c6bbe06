namespace Tomography.Analysis;

/// <summary>How well a crystal was singled out.</summary>
/// <param name="Bits">The logarithm to base 2 of how many times likelier the true candidate is held than by chance.</param>
/// <param name="Rank">Place of the true candidate, from 1; the mean of those that are as good.</param>
internal readonly record struct MatchedCrystal(double Bits, double Rank);
