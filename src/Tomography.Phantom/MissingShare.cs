using Tomography.Datasets;

namespace Tomography.Phantom;

/// <summary>How much of a property a phantom leaves out.</summary>
/// <param name="Property">The property.</param>
/// <param name="Share">The chance of each material to lack it, above 0 and below 1.</param>
public sealed record MissingShare(PropertyName Property, double Share);
