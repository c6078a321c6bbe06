using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Values of properties as bins or classes, over the materials that are asked for.</summary>
internal sealed class BinnedColumns(int bins)
{
    // Without gaps every decomposition takes all materials, and sorting them once per property is enough.
    private readonly Dictionary<PropertyName, int[]> _whole = [];

    /// <summary>The codes of a property at some places, in order: bins of equal frequency over these places, or classes.</summary>
    public int[] Of(PropertyColumn column, int[] places)
    {
        if (places.Length < column.Values.Length) return Codes(column, places);
        if (!_whole.TryGetValue(column.Property.Name, out var codes)) _whole[column.Property.Name] = codes = Codes(column, places);
        return codes;
    }

    private int[] Codes(PropertyColumn column, int[] places)
    {
        var values = Samples.At(column.Values.AsSpan(), places);
        return column.Property.Kind == PropertyKind.Number
            ? EqualFrequencyBins.Of(values, bins)
            : Array.ConvertAll(values, value => (int)value);
    }
}
