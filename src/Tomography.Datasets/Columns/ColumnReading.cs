using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A column of a source under way: cells go in one by one, a property with its values comes out at the end.</summary>
internal abstract class ColumnReading
{
    /// <summary>The property's name.</summary>
    public abstract PropertyName Name { get; }

    /// <summary>What the source calls the column.</summary>
    public required string Column { get; init; }

    /// <summary>Why the column is no property; null where it is one, or is not finished.</summary>
    public string? WhyNone { get; protected set; }

    /// <summary>Reads a cell.</summary>
    /// <param name="text">What it holds.</param>
    /// <param name="place">Where it stands, for messages.</param>
    public abstract Cell Read(string text, RowPlace place);

    /// <summary>The property and the values of the cells that were kept; null where the column is none.</summary>
    /// <param name="cells">What <see cref="Read"/> gave, of the materials that were kept.</param>
    public abstract SourceColumn? Finish(ImmutableArray<Cell> cells);
}
