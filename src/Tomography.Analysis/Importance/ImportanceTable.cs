using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>Importance of every feature (rows) for every target (columns) in one representation: Figures 4 and 5 of [T].</summary>
/// <param name="Representation">What the models saw of each crystal.</param>
/// <param name="Features">The rows.</param>
/// <param name="Targets">The columns.</param>
/// <param name="Rows">The cells, one array per feature with one cell per target.</param>
public sealed record ImportanceTable(
    Representation Representation,
    ImmutableArray<Property> Features,
    ImmutableArray<Property> Targets,
    ImmutableArray<ImmutableArray<ImportanceCell>> Rows)
{
    /// <summary>The cell of a feature and a target, by their places from 0.</summary>
    /// <param name="feature">Row, 0 to one less than the number of features.</param>
    /// <param name="target">Column, 0 to one less than the number of targets.</param>
    public ImportanceCell this[int feature, int target] => Rows[feature][target];

    /// <summary>The table without the rows of some features, such as the controls.</summary>
    public ImportanceTable Without(IReadOnlyCollection<PropertyName> features)
    {
        var kept = Features.Select((feature, row) => (feature, row)).Where(pair => !features.Contains(pair.feature.Name)).ToArray();
        return this with { Features = [.. kept.Select(pair => pair.feature)], Rows = [.. kept.Select(pair => Rows[pair.row])] };
    }

    /// <summary>All cells, row by row.</summary>
    public IEnumerable<ImportanceCell> Cells => Rows.SelectMany(row => row);
}
