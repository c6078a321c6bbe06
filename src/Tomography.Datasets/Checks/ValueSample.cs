using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Datasets;

/// <summary>The values that materials have of a property, as checks look at them.</summary>
/// <param name="Property">The property.</param>
/// <param name="Places">Places of the materials that have a value, ascending by value.</param>
/// <param name="Values">Their values, ascending.</param>
/// <param name="Ids">Ids of all materials.</param>
internal sealed record ValueSample(Property Property, ImmutableArray<int> Places, ImmutableArray<double> Values, IReadOnlyList<string> Ids)
{
    private const int MostShown = 5;

    /// <summary>How many values there are.</summary>
    public int Count => Values.Length;

    /// <summary>The middle value; of at least one.</summary>
    public double Median => (Values[(Count - 1) / 2] + Values[Count / 2]) / 2;

    /// <summary>The values of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="ids">Ids of its materials.</param>
    public static ValueSample Of(SourceColumn column, IReadOnlyList<string> ids)
    {
        var places = Enumerable.Range(0, column.Values.Length).Where(i => column.Values[i] is not null).ToArray();
        var values = places.Select(i => column.Values[i]!.Value).ToArray();
        Array.Sort(values, places);
        return new(column.Property, [.. places], [.. values], ids);
    }

    /// <summary>The sample without some places.</summary>
    public ValueSample Without(IReadOnlySet<int> places)
    {
        var kept = Enumerable.Range(0, Count).Where(i => !places.Contains(Places[i])).ToArray();
        return this with { Places = [.. kept.Select(i => Places[i])], Values = [.. kept.Select(i => Values[i])] };
    }

    /// <summary>A value with its unit.</summary>
    public string Shown(double value) => Number(value) + (Property.Unit.Length > 0 ? $" {Property.Unit}" : "");

    /// <summary>A number as messages write it.</summary>
    public static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>Materials with their values, five at most.</summary>
    /// <param name="at">Places in the sample.</param>
    public string Listed(IReadOnlyList<int> at) =>
        string.Join(", ", at.Take(MostShown).Select(i => $"{Shown(Values[i])} ({Crystals.Excerpt.Of(Ids[Places[i]], 40)})"))
            + (at.Count > MostShown ? $" and {at.Count - MostShown} more" : "");
}
