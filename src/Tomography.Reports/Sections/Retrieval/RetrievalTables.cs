using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The tables of retrieval.</summary>
internal static class RetrievalTables
{
    /// <summary>All of them.</summary>
    public static IEnumerable<ReportTable> Of(ImmutableArray<RetrievalAnalysis> all)
    {
        foreach (var one in all) yield return Steps(one);
        yield return new(
            "Bits that each property tells by itself, and that it adds to all others.",
            [new("property"), new("representation"), new("by itself", true), new("added to all others", true)],
            [
                .. from one in all
                   from property in one.Properties.OrderByDescending(p => p.Alone)
                   select ImmutableArray.Create(
                       property.Property.Value, one.Representation.Name, NumberText.Plain(property.Alone, 2),
                       NumberText.Plain(property.Last, 2)),
            ]);
    }

    private static ReportTable Steps(RetrievalAnalysis one)
    {
        RetrievalCurve[] orders =
        [
            .. new[] { RetrievalOrder.Best, RetrievalOrder.Lattice, RetrievalOrder.Worst }
                .Select(order => one.Curve(RetrievalMethod.Likelihood, order)!),
        ];
        var (near, perfect) =
            (one.Curve(RetrievalMethod.Neighbours, RetrievalOrder.Best)!, one.Curve(RetrievalMethod.Measured, RetrievalOrder.Best)!);
        return new(
            $"Bits in {one.Representation.Name}, as one property after the other is measured, in three orders; the median place of the "
                + "true crystal in the best order; nearest neighbours and perfect predictions in the same order.",
            [
                new("measured"), new("best order: next"), new("bits", true), new("place", true), new("order of the lattice: next"),
                new("bits", true), new("worst order: next"), new("bits", true), new("neighbours", true), new("perfect", true),
            ],
            [
                .. Enumerable.Range(0, one.Properties.Length).Select(k => ImmutableArray.Create(
                    NumberText.Count(k + 1), orders[0].Points[k].Property.Value, Value(orders[0].Points[k]),
                    NumberText.Plain(orders[0].Points[k].MedianRank, 1), orders[1].Points[k].Property.Value, Value(orders[1].Points[k]),
                    orders[2].Points[k].Property.Value, Value(orders[2].Points[k]), Value(near.Points[k]), Value(perfect.Points[k]))),
            ]);
    }

    private static string Value(RetrievalPoint point) => NumberText.Plain(point.Bits, 2)
        + (point.Reach is { } reach ? $" \u00b1 {NumberText.Plain(reach, 2)}" : "");
}
