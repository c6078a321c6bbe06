using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>How it is measured how far measured properties single out a material.</summary>
public sealed record RetrievalSettings
{
    /// <summary>The properties that are measured of the unknown material, targets all of them; none for all targets.</summary>
    public ImmutableArray<PropertyName> Properties { get; init; } = [];

    /// <summary>
    /// The noise with which properties of candidates are taken as measured, for the ceiling: in standard deviations of the property over
    /// the materials; above 0.
    /// </summary>
    public double Noise { get; init; } = 0.05;

    /// <summary>
    /// The most crystals of the test part that are looked at, since each is compared with each, and half as many of the validation part; at
    /// least 20.
    /// </summary>
    public int MostCrystals { get; init; } = 500;
}
