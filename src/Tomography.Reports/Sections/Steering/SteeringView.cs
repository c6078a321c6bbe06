using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What to do next: open edges with what would settle them, and where pruning pays.</summary>
internal static class SteeringView
{
    // Beyond this the list is cut; the workbook has them all.
    private const int MostListed = 15;

    public static object Of(StudyAnalysis analysis, ReportContext context)
    {
        var plan = analysis.Entanglement.Steering;
        var edges = OpenEdge.All(plan);
        return new
        {
            open = NumberText.Count(plan.Undecided),
            isOne = plan.Undecided == 1,
            asks = Asks(edges),
            settled = NumberText.Count(plan.Settled),
            waiting = NumberText.Count(plan.Waiting),
            isNothingJudged = plan.Undecided + plan.Settled == 0,
            isConverged = plan.Undecided == 0 && plan.Waiting == 0 && plan.Settled > 0,
            hasWaiting = plan.Waiting > 0,
            table = edges.Length == 0 ? null : new
            {
                command = edges.All(edge => edge.Remedy != Remedy.Seeds) ? "" : context.SteerCommand,
                edges = Table(edges.Take(MostListed)).View,
                more = edges.Length > MostListed ? NumberText.Count(edges.Length - MostListed) : null,
            },
            tradeOffs = analysis.Entanglement.Representations.Select(TradeOff).OfType<object>().ToArray(),
        };
    }

    private static ReportTable Table(IEnumerable<OpenEdge> edges) => new(
        "Open edges and what would settle them: those that ask for seeds first, then those whose effect may be largest.",
        [new("representation"), new("edge"), new("may change, %", IsNumber: true), new("asks for"), new("why")],
        [
            .. edges.Select(edge => ImmutableArray.Create(
                edge.Representation,
                $"{edge.From} \u2192 {edge.To}",
                NumberText.Fixed(100 * edge.Relevance, 1),
                edge.Asks,
                NumberText.WithMinus(edge.Reason))),
        ]);

    // Like: more seeds (3), more epochs (1).
    private static string Asks(IEnumerable<OpenEdge> edges) => string.Join(
        ", ",
        edges.GroupBy(edge => edge.Remedy).OrderBy(group => group.Key)
            .Select(group => $"{Words(group.Key)} ({NumberText.Count(group.Count())})"));

    private static string Words(Remedy remedy) => remedy switch
    {
        Remedy.Materials => "more materials",
        Remedy.Epochs => "more epochs",
        Remedy.Data => "corrected data",
        Remedy.Settings => "another model or training",
        Remedy.Build => "another build",
        _ => "more seeds",
    };

    private static object? TradeOff(LatticeAnalysis lattice)
    {
        var tradeOff = lattice.TradeOff;
        return tradeOff.Optimum is not { } optimum ? null : new
        {
            representation = lattice.Lattice.Scope(),
            figure = TradeOffFigure.Of(lattice),
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
