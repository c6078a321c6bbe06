namespace Tomography.Workflows;

/// <summary>Where a rule of the regimes begins and ends to count.</summary>
/// <param name="Name">The measure, like <c>density</c>.</param>
/// <param name="From">Up to here the score is 0.</param>
/// <param name="To">From here on it is 1.</param>
public sealed record RegimeThreshold(string Name, double From, double To);
