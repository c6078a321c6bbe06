using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>One quantity from two sources, compared over the materials that have both values. Numbers are in the unit of both.</summary>
/// <param name="Property">The property that is declared to be the same as the other.</param>
/// <param name="Other">The other.</param>
/// <param name="Common">How many materials have both.</param>
/// <param name="MeanOffset">Mean of property minus other; null without a common material.</param>
/// <param name="MedianOffset">Median of the same.</param>
/// <param name="MeanAbsolute">Mean of its absolute value.</param>
/// <param name="Correlation">Pearson's correlation of the two; null below three common materials, or where one does not vary.</param>
public sealed record PairAudit(
    PropertyName Property, PropertyName Other, int Common, double? MeanOffset, double? MedianOffset, double? MeanAbsolute,
    double? Correlation);
