namespace Tomography.Analysis;

/// <summary>What an edge that is not settled asks for.</summary>
/// <param name="Remedy">What would settle it.</param>
/// <param name="Amount">How many more seeds, how many materials or epochs in all; null where no number is known.</param>
/// <param name="Reason">Why, as a phrase for people.</param>
internal sealed record EdgeNeed(Remedy Remedy, int? Amount, string Reason);
