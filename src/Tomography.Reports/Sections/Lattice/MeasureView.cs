using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The measures of every lattice with their intervals and what they stand on.</summary>
internal static class MeasureView
{
    /// <summary>Null where no edge was measured.</summary>
    public static object? Of(EntanglementAnalysis entanglement)
    {
        var lattices = entanglement.Representations;
        if (lattices.All(lattice => lattice.Lattice.Edges.IsEmpty)) return null;
        var hasEarlier = lattices.Any(lattice => lattice.Measures.Drift is not null);
        return new
        {
            lattices = lattices.Select(lattice => lattice.Lattice.Scope()).ToArray(),
            edges = lattices.Select(lattice => lattice.Measures.Counts)
                .Select(counts => $"{NumberText.Count(counts.Real)} of {NumberText.Count(counts.Judged)}")
                .ToArray(),
            hasEarlier,
            hasIntervals = lattices.Any(lattice => lattice.Estimates.Any(estimate => estimate.Lower is not null)),
            rows = Enum.GetValues<LatticeMeasure>().Where(measure => hasEarlier || !measure.NeedsEarlier()).Select(measure => new
            {
                title = measure.Title(),
                meaning = measure.Meaning(),
                values = lattices.Select(lattice => Value(lattice.Estimates.Single(estimate => estimate.Measure == measure))).ToArray(),
            }).ToArray(),
        };
    }

    private static object Value(MeasureEstimate estimate) => new
    {
        value = MeasureText.Number(estimate.Measure, estimate.Value),
        lacks = estimate.Lacks?.Words(),
        interval = estimate.Lower is null
            ? null
            : $"{MeasureText.Number(estimate.Measure, estimate.Lower)} to {MeasureText.Number(estimate.Measure, estimate.Upper)}",
        basis = estimate.Value is null
            ? null
            : $"{Plural(estimate.Edges, "edge")}, {Plural(estimate.Pairs, "pair")}",
    };

    private static string Plural(int count, string one) => $"{NumberText.Count(count)} {one}{(count == 1 ? "" : "s")}";
}
