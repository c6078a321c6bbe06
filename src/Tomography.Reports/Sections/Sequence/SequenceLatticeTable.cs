using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>
/// The lattices of starts side by side, so that it shows how they thin out with the number of labels: what edges do, the regime, and the
/// measures that have edges enough in one of them at least.
/// </summary>
internal static class SequenceLatticeTable
{
    /// <summary>The table; none where there are no lattices.</summary>
    public static IEnumerable<ReportTable> Of(SequenceAnalysis sequence)
    {
        var lattices = sequence.Lattices;
        if (lattices.IsEmpty) yield break;
        var hasEarlier = lattices.Any(lattice => lattice.Analysis.Measures.Drift is not null);
        yield return new(
            "Lattices of starts, one per number of labels, with the measures of the entanglement lattice and their 95 % intervals over "
                + "repetitions. Measures that no lattice has edges enough for are left out.",
            [new("measure"), .. lattices.Select(lattice => new TableColumn(SequenceText.Scope(lattice))), new("what it says")],
            [
                Row("edges", Counts, "those that inform or harm, of those that could be judged"),
                Row(
                    "regime",
                    l => l.Regime.TooFew() is null ? $"{l.Regime.Announced.Word()} ({l.Regime.Shares(1)})" : "too few edges for one",
                    $"what the edges look like together; from {RegimeFinding.FewestClaims} on that inform or harm"),
                .. Enum.GetValues<LatticeMeasure>()
                    .Where(measure => (hasEarlier || !measure.NeedsEarlier())
                        && lattices.Any(l => MeasureText.IsKnown(l.Analysis, measure)))
                    .Select(measure => Row(measure.Title(), l => MeasureText.Value(l, measure), measure.Meaning())),
            ]);

        ImmutableArray<string> Row(string name, Func<LatticeAnalysis, string> value, string meaning) =>
            [name, .. lattices.Select(lattice => value(lattice.Analysis)), meaning];
    }

    private static string Counts(LatticeAnalysis lattice)
    {
        var counts = lattice.Measures.Counts;
        return $"{NumberText.Count(counts.Real)} inform, {NumberText.Count(counts.Claims - counts.Real)} harm, of "
            + NumberText.Count(counts.Judged);
    }
}
