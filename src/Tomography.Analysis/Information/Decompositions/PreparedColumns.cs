using System.Collections.Concurrent;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Values of properties as decompositions take them, over the materials that are asked for; for use on several cores.</summary>
internal sealed class PreparedColumns(int bins)
{
    // Without gaps every decomposition takes all materials, and sorting them once per property is enough.
    private readonly ConcurrentDictionary<PropertyName, int[]> _codes = [];
    private readonly ConcurrentDictionary<PropertyName, double[]> _scores = [];

    /// <summary>
    /// Codes from 0 of a property at some places, in order: bins of equal frequency over these places, or classes; each code occurs.
    /// </summary>
    public int[] Codes(PropertyColumn column, int[] places) =>
        places.Length < column.Values.Length
            ? FreshCodes(column, places)
            : _codes.GetOrAdd(column.Property.Name, _ => FreshCodes(column, places));

    /// <summary>Normal scores of a number at some places, in order.</summary>
    public double[] Scores(PropertyColumn column, int[] places) =>
        places.Length < column.Values.Length
            ? NormalScores.Of(Samples.At(column.Values.AsSpan(), places))
            : _scores.GetOrAdd(column.Property.Name, _ => NormalScores.Of(Samples.At(column.Values.AsSpan(), places)));

    private int[] FreshCodes(PropertyColumn column, int[] places)
    {
        var values = Samples.At(column.Values.AsSpan(), places);
        return column.Property.Kind == PropertyKind.Number
            ? Samples.Codes(Array.ConvertAll(EqualFrequencyBins.Of(values, bins), bin => (double)bin))
            : Samples.Codes(values);
    }
}
