namespace Tomography.Analysis;

/// <summary>How many materials have so many sites in their cell.</summary>
/// <param name="Sites">Sites per cell.</param>
/// <param name="Materials">How many materials.</param>
public sealed record SiteCount(int Sites, int Materials);
