namespace Tomography.Analysis;

/// <summary>The 95 % interval of the weight of an edge.</summary>
/// <param name="Low">Its lower end, at least 0; above 0 only where the whole interval of the change is a reduction.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct WeightInterval(double Low, double High);
