using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Reports;

/// <summary>What stands before a row of a heatmap.</summary>
/// <param name="Name">Name of the feature, or those of a set.</param>
/// <param name="Unit">Unit of the feature; empty where it has none, and for a set.</param>
internal readonly record struct HeatmapRow(string Name, string Unit)
{
    /// <summary>The row of one property.</summary>
    public static HeatmapRow Of(Property property) => new(property.Name.Value, property.Unit);

    /// <summary>The row of a feature or a set of them.</summary>
    public static HeatmapRow Of(PropertySet features, StudyAnalysis analysis) =>
        features.Single is { } single ? Of(analysis.Property(single)) : new(features.Label(), "");
}
