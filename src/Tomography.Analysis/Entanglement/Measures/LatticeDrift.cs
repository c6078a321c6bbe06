namespace Tomography.Analysis;

/// <summary>How a lattice differs from earlier ones.</summary>
/// <param name="Runs">How many lattices were compared, this one included; at least 2.</param>
/// <param name="Change">Relative L1 change against the last earlier lattice, in 0..1.</param>
/// <param name="ChangeBeyondSeeds">
/// The part of the change that the seeds cannot explain: only gaps between the ranges of an edge count; 0..1, at most <paramref
/// name="Change"/>.
/// </param>
/// <param name="SignFlips">Edges decided in both lattices (not inconclusive) whose change has the other sign.</param>
/// <param name="SignFlipShare">Those / edges decided in both, in 0..1; 0 where none was.</param>
/// <param name="Oscillation">How far weights go back and forth over the runs, in 0..1; null with fewer than three lattices.</param>
public sealed record LatticeDrift(
    int Runs,
    double Change,
    double ChangeBeyondSeeds,
    int SignFlips,
    double SignFlipShare,
    double? Oscillation);
