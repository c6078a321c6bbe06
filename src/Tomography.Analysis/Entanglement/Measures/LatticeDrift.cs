namespace Tomography.Analysis;

/// <summary>How a lattice differs from earlier ones.</summary>
/// <param name="Runs">How many lattices were compared, this one included; at least 2.</param>
/// <param name="Change">Relative L1 change against the last earlier lattice, in 0..1.</param>
/// <param name="ChangeBeyondSeeds">
/// The part of the change that chance cannot explain: only gaps between the intervals of an edge count; 0..1, at most <paramref
/// name="Change"/>.
/// </param>
/// <param name="SignFlips">Edges that inform in one of the two lattices and harm in the other.</param>
/// <param name="SignFlipShare">Those / edges that inform or harm in both, in 0..1; 0 where none does.</param>
/// <param name="Oscillation">How far weights go back and forth over the runs, in 0..1; null with fewer than three lattices.</param>
/// <param name="Edges">Edges judged in this lattice and in the last earlier one.</param>
/// <param name="EdgesOfAllRuns">Edges judged in every lattice.</param>
/// <param name="Pairs">Pairs of properties that the edges of both lattices join.</param>
public sealed record LatticeDrift(
    int Runs,
    double Change,
    double ChangeBeyondSeeds,
    int SignFlips,
    double SignFlipShare,
    double? Oscillation,
    int Edges,
    int EdgesOfAllRuns,
    int Pairs);
