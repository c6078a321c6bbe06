namespace Tomography.Datasets;

/// <summary>A property that follows from what a source states; its values are computed when they are asked for, once.</summary>
public sealed class DerivedColumn
{
    private readonly Lazy<SourceColumn> _column;

    internal DerivedColumn(Property property, Func<SourceColumn> compute) => (Property, _column) = (property, new(compute));

    /// <summary>The property.</summary>
    public Property Property { get; }

    /// <summary>Its values.</summary>
    public SourceColumn Column => _column.Value;
}
