namespace Tomography.Crystals;

/// <summary>Something that is stated of a crystal and not so.</summary>
/// <param name="Message">What is stated, and what is there.</param>
/// <param name="IsContradiction">Whether another crystal is stated; else it is a number that is not that of this one.</param>
internal sealed record StatedDifference(string Message, bool IsContradiction);
