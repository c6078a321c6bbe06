using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The tables of what learning together does.</summary>
internal static class TransferTables
{
    /// <summary>One table of verdicts per representation.</summary>
    /// <param name="transfer">What learning together does.</param>
    /// <param name="smallest">The smallest change that matters, a fraction.</param>
    public static IEnumerable<ReportTable> Verdicts(TransferAnalysis transfer, double smallest) =>
        transfer.Verdicts.GroupBy(v => v.Representation).Select(group => new ReportTable(
            $"What learning together does in {group.Key.Name}: {Counts(group)}. Claims first, then by the size of the change.",
            [
                new("learnt along \u2192 target"), new("verdict"), new("change against alone, 95 % interval"), new("against noise"),
                new("what it means"),
            ],
            [
                .. group.OrderBy(v => v.Kind).ThenBy(v => v.Effect is { } e ? -Math.Abs(e.Change) : 0).Select(v => ImmutableArray.Create(
                    $"{v.Feature.Label()} \u2192 {v.Target}", v.Kind.Word(), VerdictText.Change(v.Effect),
                    VerdictText.Change(v.AgainstControl), TransferText.Sentence(v, smallest))),
            ]));

    /// <summary>The measures of the transfer lattices; none where there are no such lattices.</summary>
    public static IEnumerable<ReportTable> Measures(TransferAnalysis transfer)
    {
        if (transfer.Lattices.IsEmpty) yield break;
        var hasEarlier = transfer.Lattices.Any(lattice => lattice.Measures.Drift is not null);
        yield return new(
            "Measures of the transfer lattices, defined as those of the entanglement lattices, with 95 % intervals over repetitions.",
            [new("measure"), .. transfer.Lattices.Select(lattice => new TableColumn(lattice.Lattice.Scope())), new("what it says")],
            [
                .. Enum.GetValues<LatticeMeasure>().Where(measure => hasEarlier || !measure.NeedsEarlier()).Select(measure =>
                    ImmutableArray.Create(
                    [measure.Title(), .. transfer.Lattices.Select(lattice => MeasureText.Value(lattice, measure)), measure.Meaning()])),
            ]);
    }

    private static string Counts(IEnumerable<EdgeVerdict> verdicts) =>
        string.Join(", ", verdicts.GroupBy(v => v.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key.Word()}"));
}
