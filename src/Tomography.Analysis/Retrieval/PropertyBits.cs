using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What the measurement of one property tells about which crystal it is, by the likelihood.</summary>
/// <param name="Property">The property.</param>
/// <param name="Alone">Bits by itself.</param>
/// <param name="Last">Bits that it adds to all others.</param>
public sealed record PropertyBits(PropertyName Property, double Alone, double Last);
