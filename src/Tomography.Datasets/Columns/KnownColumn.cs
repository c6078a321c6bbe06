using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>A column whose property is known: by its name, or because the experiment declares it.</summary>
/// <param name="property">The property.</param>
/// <param name="transform">What is done to its numbers.</param>
/// <param name="problems">Takes what is wrong with cells.</param>
internal sealed class KnownColumn(Property property, PropertyTransform transform, DataProblemList problems) : ColumnReading
{
    /// <inheritdoc/>
    public override PropertyName Name => property.Name;

    /// <inheritdoc/>
    public override Cell Read(string text, RowPlace place)
    {
        if (string.IsNullOrWhiteSpace(text)) return Cell.Missing;
        if (property.Kind == PropertyKind.Classes) return ReadClass(text, place);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            problems.Note(DataProblemKind.NotANumber, place, $"{Name} is '{Excerpt.Of(text, 40)}'");
            return Cell.Missing;
        }

        if (transform == PropertyTransform.None) return Cell.Of(number);
        if (number > 0) return Cell.Of(DecimalLogarithm.Of(number));
        problems.Note(DataProblemKind.NoLogarithm, place, $"{Name} is {Excerpt.Of(text.Trim(), 40)}");
        return Cell.Missing;
    }

    /// <inheritdoc/>
    public override SourceColumn Finish(ImmutableArray<Cell> cells) =>
        new(property, [.. cells.Select(c => double.IsNaN(c.Number) ? default(double?) : c.Number)]);

    private Cell ReadClass(string text, RowPlace place)
    {
        if (PropertyClasses.IndexOf(property, text) is { } index) return Cell.Of(index);
        problems.Note(
            DataProblemKind.UnknownClass,
            place,
            $"{Name} is '{Excerpt.Of(text, 40)}'"
                + (Suggestion.Nearest(text, property.Classes) is { } nearest ? $"; did you mean {nearest}?" : ""));
        return Cell.Missing;
    }
}
