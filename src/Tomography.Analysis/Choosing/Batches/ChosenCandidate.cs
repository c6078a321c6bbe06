namespace Tomography.Analysis;

/// <summary>A candidate of a batch.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Gain">What it adds to the hypervolume when those chosen before it are there, mean over the models, at least 0.</param>
/// <param name="Distance">
/// Distance to the nearest of those chosen before it in latent space, in units of the median distance of two candidates; null for the
/// first, and where there are no places.
/// </param>
/// <param name="Nearest">The id of that one; null where there is none.</param>
/// <param name="IsFilled">Whether no model expects an improvement of it, and it was taken because the batch had room.</param>
public sealed record ChosenCandidate(Candidate Candidate, double Gain, double? Distance, string? Nearest, bool IsFilled);
