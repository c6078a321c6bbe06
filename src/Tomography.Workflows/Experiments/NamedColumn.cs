using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A property that an experiment names by the exact name of its column.</summary>
/// <param name="Path">Where it does.</param>
/// <param name="Property">What the column becomes.</param>
/// <param name="Column">The column.</param>
public sealed record NamedColumn(string Path, PropertyName Property, string Column);
