namespace Tomography.Analysis;

/// <summary>Where the values of a property lie, in its unit.</summary>
/// <param name="Min">The smallest.</param>
/// <param name="Median">The one in the middle; of an even number of values the mean of the middle two.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Max">The largest.</param>
/// <param name="IsWhole">Whether all are whole numbers.</param>
public sealed record ValueRange(double Min, double Median, double Mean, double Max, bool IsWhole);
