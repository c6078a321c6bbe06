using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A property of a prepared dataset.</summary>
/// <param name="Property">The property.</param>
/// <param name="Hash">SHA-256 of its values over the materials.</param>
/// <param name="Varies">False where all materials that have it have the same value.</param>
public sealed record PreparedColumn(Property Property, string Hash, bool Varies)
{
    /// <summary>How many materials lack it.</summary>
    public int Missing { get; init; }

    /// <summary>Hash of which materials lack it; empty where none does.</summary>
    public string GapsHash { get; init; } = "";
}
