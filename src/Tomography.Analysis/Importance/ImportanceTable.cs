using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// Importance of every feature or set of features (rows) for every target (columns) in one representation: Figures 4 and 5 of [T].
/// </summary>
/// <param name="Representation">What the models saw of each crystal.</param>
/// <param name="Features">The rows: a property each, or a set of several.</param>
/// <param name="Targets">The columns.</param>
/// <param name="Rows">The cells, one array per row with one cell per target.</param>
public sealed record ImportanceTable(
    Representation Representation,
    ImmutableArray<PropertySet> Features,
    ImmutableArray<Property> Targets,
    ImmutableArray<ImmutableArray<ImportanceCell>> Rows)
{
    /// <summary>The cell of a row and a target, by their places from 0.</summary>
    /// <param name="row">Row, 0 to one less than the number of rows.</param>
    /// <param name="target">Column, 0 to one less than the number of targets.</param>
    public ImportanceCell this[int row, int target] => Rows[row][target];

    /// <summary>All cells, row by row.</summary>
    public IEnumerable<ImportanceCell> Cells => Rows.SelectMany(row => row);

    /// <summary>The cell of features and a target; null where the table has none.</summary>
    /// <param name="features">A property, or a set of several in any order.</param>
    /// <param name="target">The target.</param>
    public ImportanceCell? Find(PropertySet features, PropertyName target) =>
        Cells.FirstOrDefault(cell => cell.Features == features && cell.Target == target);

    /// <summary>The table with the rows alone that meet a condition, such as those that are no controls.</summary>
    /// <param name="isKept">The condition.</param>
    public ImportanceTable Where(Func<PropertySet, bool> isKept)
    {
        var kept = Features.Select((features, row) => (features, row)).Where(pair => isKept(pair.features)).ToArray();
        return this with { Features = [.. kept.Select(pair => pair.features)], Rows = [.. kept.Select(pair => Rows[pair.row])] };
    }
}
