using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>The values of one property over the materials of a dataset.</summary>
/// <param name="Property">The property.</param>
/// <param name="Values">Per material, in the dataset's order: the number in the property's unit, or the index of its class. Always finite.</param>
public sealed record PropertyColumn(Property Property, ImmutableArray<double> Values);
