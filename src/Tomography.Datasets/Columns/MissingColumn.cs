using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A declared property whose column a source does not have.</summary>
/// <param name="Property">The property.</param>
/// <param name="Column">The column that it is declared to be; null where it is found by the property's name.</param>
/// <param name="Nearest">The nearest column that is there; null where none resembles it.</param>
public sealed record MissingColumn(PropertyName Property, string? Column, string? Nearest);
