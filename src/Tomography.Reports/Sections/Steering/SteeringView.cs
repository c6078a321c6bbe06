using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What to do next: undecided edges with their reasons, and where pruning pays.</summary>
internal static class SteeringView
{
    // Beyond this the list is cut; the workbook has them all.
    private const int MostListed = 15;

    public static object Of(StudyAnalysis analysis, ReportContext context)
    {
        var plan = analysis.Entanglement.Steering;
        var edges = plan.Proposals.Concat(plan.Deferred).ToArray();
        return new
        {
            undecided = NumberText.Count(plan.Undecided),
            settled = NumberText.Count(plan.Settled),
            waiting = NumberText.Count(plan.Waiting),
            isNothingJudged = plan.Undecided + plan.Settled == 0,
            isConverged = plan.IsConverged && plan.Settled > 0,
            hasWaiting = plan.Waiting > 0,
            table = edges.Length == 0 ? null : new
            {
                command = context.SteerCommand,
                edges = Table(edges.Take(MostListed)).View,
                more = edges.Length > MostListed ? NumberText.Count(edges.Length - MostListed) : null,
            },
            tradeOffs = analysis.Entanglement.Representations.Select(TradeOff).OfType<object>().ToArray(),
        };
    }

    private static ReportTable Table(IEnumerable<SteeringProposal> edges) => new(
        "Undecided edges, those whose effect may be largest first.",
        [new("representation"), new("feature \u2192 target"), new("may change, %", IsNumber: true), new("why it is undecided")],
        [
            .. edges.Select(edge => ImmutableArray.Create(
                edge.Representation.Name,
                $"{edge.Feature} \u2192 {edge.Target}",
                NumberText.Fixed(100 * edge.Relevance, 1),
                NumberText.WithMinus(edge.Reason))),
        ]);

    private static object? TradeOff(LatticeAnalysis lattice)
    {
        var tradeOff = lattice.TradeOff;
        return tradeOff.Optimum is not { } optimum ? null : new
        {
            representation = lattice.Lattice.Scope(),
            figure = new ReportFigure($"Trade-off over pruning thresholds, {lattice.Lattice.Scope()}.", TradeOffFigure.Draw(tradeOff)).View,
            alpha = NumberText.Fixed(tradeOff.Alpha, 2),
            beta = NumberText.Fixed(tradeOff.Beta, 2),
            threshold = NumberText.Fixed(100 * optimum.Threshold, 1),
            kept = NumberText.Count(optimum.Kept),
            edges = NumberText.Count(tradeOff.Curve[0].Kept),
            uncertainty = NumberText.Fixed(optimum.Uncertainty, 3),
            loss = NumberText.Fixed(100 * optimum.Loss, 1),
            cost = NumberText.Fixed(optimum.Cost, 3),
            keepsAll = optimum.Kept == tradeOff.Curve[0].Kept,
        };
    }
}
