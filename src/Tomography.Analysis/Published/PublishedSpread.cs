using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Mean and standard deviation of a property over a published dataset.</summary>
/// <param name="Property">The property.</param>
/// <param name="Mean">The mean, in the property's unit.</param>
/// <param name="Deviation">The standard deviation, 0 or more.</param>
public sealed record PublishedSpread(PropertyName Property, double Mean, double Deviation);
