using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What to do next in <c>analysis.json</c>: undecided edges, trade-off of pruning, loop closure.</summary>
internal static class SteeringJson
{
    /// <summary>Undecided edges, those that matter most first.</summary>
    public static object Plan(SteeringPlan plan) => new
    {
        plan.Undecided,
        plan.Settled,
        plan.Waiting,
        plan.IsConverged,
        Edges = plan.Proposals.Concat(plan.Deferred).Select(edge => new
        {
            edge.Representation,
            Target = edge.Target.Value,
            Feature = edge.Feature.Value,
            edge.Relevance,
            edge.Reason,
            edge.Seeds,
            edge.BaselineSeeds,
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
