namespace Tomography.Analysis;

/// <summary>How many true values the intervals of a group of crystals hold.</summary>
/// <param name="Kind">What the groups are, like <c>crystal system</c>.</param>
/// <param name="Name">The group.</param>
/// <param name="Crystals">How many crystals it has.</param>
/// <param name="Error">Their mean absolute error, in the target's unit.</param>
/// <param name="ForAll">The coverage of intervals with one quantile for all crystals; null where there are too few to calibrate.</param>
/// <param name="Own">The coverage of intervals with a quantile of the group's own; null where it has too few crystals.</param>
public sealed record GroupCoverage(
    string Kind, string Name, int Crystals, double Error, LevelCoverage? ForAll, LevelCoverage? Own);
