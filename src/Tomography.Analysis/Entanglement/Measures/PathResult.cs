namespace Tomography.Analysis;

/// <summary>How far apart the properties of a lattice are.</summary>
/// <param name="MeanShortestPath">
/// Mean length of the shortest paths between the pairs that are connected, at least 1; null where none is.
/// </param>
/// <param name="MeanHops">
/// Mean number of edges of the paths with the fewest edges, between the pairs that are connected, at least 1; null where none is.
/// </param>
/// <param name="Reach">Share of the pairs that are connected, in 0..1.</param>
/// <param name="Efficiency">Global efficiency: mean of 1 / length over all pairs, with 0 for those not connected, in 0..1.</param>
public sealed record PathResult(double? MeanShortestPath, double? MeanHops, double Reach, double Efficiency);
