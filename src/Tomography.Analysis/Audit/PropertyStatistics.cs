using System.Globalization;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Puts the values of a property into numbers.</summary>
internal static class PropertyStatistics
{
    /// <summary>Those of a column.</summary>
    public static PropertyAudit Of(PropertyColumn column, string source)
    {
        if (column.Property.Kind == PropertyKind.Vector)
            return new(column.Property, source, column.Values.Length - column.Missing, column.Missing, null, null, null, "", 0);
        double[] values = [.. column.Values.Where(v => !double.IsNaN(v)).Order()];
        var isNumber = column.Property.Kind == PropertyKind.Number;
        // Of equals the smallest, so that the same values always tell the same.
        var counts = values.CountBy(v => v).ToArray();
        var commonest = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).FirstOrDefault();
        return new(
            column.Property, source, values.Length, column.Missing, counts.Length,
            isNumber ? values.Count(v => v == 0) : null,
            isNumber && values.Length > 0 ? Range(values) : null,
            values.Length == 0 ? ""
                : isNumber ? commonest.Key.ToString("R", CultureInfo.InvariantCulture) : column.Property.Classes[(int)commonest.Key],
            commonest.Value);
    }

    private static ValueRange Range(double[] ascending) => new(
        ascending[0], Median(ascending), ascending.Average(), ascending[^1], Array.TrueForAll(ascending, double.IsInteger));

    /// <summary>The middle of ascending numbers, at least one.</summary>
    public static double Median(double[] ascending)
    {
        var middle = ascending.Length / 2;
        return ascending.Length % 2 == 1 ? ascending[middle] : ascending[middle - 1] + (ascending[middle] - ascending[middle - 1]) / 2;
    }
}
