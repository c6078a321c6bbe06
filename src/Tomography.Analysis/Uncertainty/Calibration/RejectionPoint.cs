namespace Tomography.Analysis;

/// <summary>The error that is left where the crystals that are least sure are left out.</summary>
/// <param name="Kept">Share of crystals that are kept, above 0 to 1.</param>
/// <param name="BySpread">Mean absolute error of those with the least spread, in the target's unit; null where it is not known.</param>
/// <param name="ByDistance">That of those nearest to the training crystals; null where distances are not known.</param>
/// <param name="Best">That of those with the least error, which nobody knows beforehand.</param>
public readonly record struct RejectionPoint(double Kept, double? BySpread, double? ByDistance, double Best);
