using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What to do next: undecided edges with their reasons, and where pruning pays.</summary>
internal static class SteeringView
{
    // Beyond this the list is cut; the workbook has them all.
    private const int MostListed = 15;

    public static object Of(StudyAnalysis analysis, ReportContext context, CaptionNumbers captions)
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
                number = captions.Table(),
                rows = edges.Take(MostListed).Select(edge => new
                {
                    representation = edge.Representation.Word(),
                    feature = edge.Feature.Value,
                    target = edge.Target.Value,
                    relevance = NumberText.Fixed(100 * edge.Relevance, 1),
                    reason = NumberText.WithMinus(edge.Reason),
                }).ToArray(),
                more = edges.Length > MostListed ? NumberText.Count(edges.Length - MostListed) : null,
            },
            tradeOff = TradeOff(analysis.Entanglement.Whole.TradeOff, captions),
        };
    }

    private static object? TradeOff(TradeOff tradeOff, CaptionNumbers captions) => tradeOff.Optimum is not { } optimum ? null : new
    {
        number = captions.Figure(),
        svg = TradeOffFigure.Draw(tradeOff),
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
