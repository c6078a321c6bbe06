using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What to do next in <c>analysis.json</c>: undecided edges, trade-off of pruning, loop closure.</summary>
internal static class SteeringJson
{
    /// <summary>Open edges with what would settle them: those that seeds should decide first, then by what the effect may be.</summary>
    public static object Plan(SteeringPlan plan) => new
    {
        plan.Undecided,
        plan.Settled,
        plan.Waiting,
        plan.IsConverged,
        Edges = OpenEdge.All(plan).Select(edge => new
        {
            Lattice = edge.LatticeName,
            edge.Lattice.Labels,
            edge.Representation,
            edge.Target,
            edge.Feature,
            Remedy = edge.Asks,
            edge.Amount,
            edge.Relevance,
            edge.Reason,
        }),
    };

    /// <summary>The trade-off over pruning thresholds.</summary>
    public static object TradeOff(TradeOff tradeOff) => new
    {
        tradeOff.Alpha,
        tradeOff.Beta,
        Curve = tradeOff.Curve.Select(Point),
        Optimum = tradeOff.Optimum is { } optimum ? Point(optimum) : null,
    };

    /// <summary>The damped updates over the runs.</summary>
    public static object Loop(LoopClosure loop) => new
    {
        loop.Damping,
        loop.Tolerance,
        loop.Converged,
        Steps = loop.Steps.Select(step => new { step.Run, Cycle = step.Cycle.Names(), step.Strength, step.Change }),
    };

    private static object Point(TradeOffPoint point) => new { point.Threshold, point.Kept, point.Uncertainty, point.Loss, point.Cost };
}
