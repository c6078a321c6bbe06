using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The measures of every lattice with their bootstrap intervals.</summary>
internal static class MeasureView
{
    /// <summary>Null where no edge was measured.</summary>
    public static object? Of(EntanglementAnalysis entanglement)
    {
        if (entanglement.Whole.Measures.MeasuredEdges == 0)
            return null;
        LatticeAnalysis[] lattices =
            entanglement.Representations.Length == 1 ? [entanglement.Whole] : [entanglement.Whole, .. entanglement.Representations];
        var hasEarlier = lattices.Any(lattice => lattice.Measures.Drift is not null);
        return new
        {
            lattices = lattices.Select(lattice => lattice.Lattice.Scope()).ToArray(),
            edges = lattices
                .Select(lattice => $"{NumberText.Count(lattice.Measures.RealEdges)} of {NumberText.Count(lattice.Measures.MeasuredEdges)}")
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

    private static object Value(MeasureEstimate estimate) =>
        new
        {
            value = MeasureText.Number(estimate.Measure, estimate.Value),
            interval = estimate.Lower is null
                ? null
                : $"{MeasureText.Number(estimate.Measure, estimate.Lower)} to {MeasureText.Number(estimate.Measure, estimate.Upper)}",
        };
}
