using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>What a cell of a source holds, before it is known what its column is.</summary>
/// <param name="Number">The number or the index of the class; NaN where there is none.</param>
/// <param name="Word">The place of the word among those of the column; -1 where it holds none.</param>
internal readonly record struct Cell(double Number, int Word)
{
    /// <summary>Nothing.</summary>
    public static Cell Missing { get; } = new(double.NaN, -1);

    /// <summary>A number, or the index of a class.</summary>
    public static Cell Of(double number) => new(number, -1);
}
