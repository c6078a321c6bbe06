using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>How uncertain a property is by itself, and with what reaches it along the edges.</summary>
/// <param name="Property">The property.</param>
/// <param name="Own">Its own uncertainty, 0..1.</param>
/// <param name="Spread">The uncertainty with that of its sources, 0..1.</param>
public sealed record SpreadUncertainty(PropertyName Property, double Own, double Spread);
