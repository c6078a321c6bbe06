namespace Tomography.Analysis;

/// <summary>Two numbers that are ranked.</summary>
/// <param name="Stratum">Ranks are taken within it.</param>
/// <param name="Cluster">Pairs of one cluster may go together, in whatever stratum they are.</param>
/// <param name="X">The one number.</param>
/// <param name="Y">The other.</param>
internal sealed record RankedPair(string Stratum, string Cluster, double X, double Y);
