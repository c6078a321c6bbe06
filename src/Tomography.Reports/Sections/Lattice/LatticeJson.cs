using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>One lattice in <c>analysis.json</c>; fractions.</summary>
internal static class LatticeJson
{
    /// <summary>A lattice with all that is said about it.</summary>
    public static object Of(LatticeAnalysis analysis) =>
        new
        {
            analysis.Lattice.Representation,
            Nodes = analysis.Lattice.Nodes.Names(),
            Targets = analysis.Lattice.Targets.Names(),
            Edges = analysis.Lattice.Edges.Select(Edge),
            Unmeasured = analysis.Lattice.Unmeasured.Select(pair => new { Feature = pair.Feature.Value, Target = pair.Target.Value }),
            Controls = analysis.Lattice.Controls.Select(level => new
            {
                Target = level.Target.Value,
                Control = level.Control?.Value,
                level.Reduction,
                WorstControl = level.WorstControl?.Value,
                level.Increase,
            }),
            analysis.Measures.Counts,
            Measures = analysis.Estimates.Select(estimate => new
            {
                estimate.Measure,
                estimate.Value,
                estimate.Lower,
                estimate.Upper,
                estimate.Edges,
                estimate.Pairs,
                Missing = estimate.Lacks?.Words(),
            }),
            Communities = analysis.Measures.Modularity.Communities.Select(members => members.Names()),
            Regime = Regime(analysis.Regime),
            CommunityRegimes = analysis.Communities.Select(community => new
            {
                Members = community.Members.Names(),
                Regime = Regime(community.Regime),
            }),
            TargetRegimes = analysis.Targets.Select(target => new { Target = target.Target.Value, Regime = Regime(target.Regime) }),
            TradeOff = SteeringJson.TradeOff(analysis.TradeOff),
            UncertaintySource = analysis.UncertaintySource == UncertaintySource.Intervals ? "intervals" : "errors",
            Uncertainty = analysis.Uncertainty.Select(spread => new
            {
                Property = spread.Property.Value,
                spread.Own,
                spread.Spread,
            }),
            Loop = analysis.Loop is { } loop ? SteeringJson.Loop(loop) : null,
        };

    private static object Edge(Edge edge) => new
    {
        Feature = edge.Feature.Value,
        Target = edge.Target.Value,
        Verdict = edge.Verdict.Kind.Word(),
        Reason = edge.Verdict.Reason.Word(),
        edge.Weight,
        WeightLow = edge.Interval?.Low,
        WeightHigh = edge.Interval?.High,
        edge.Change,
        Low = edge.Verdict.Effect?.Low,
        High = edge.Verdict.Effect?.High,
        edge.Uncertainty,
        Seeds = edge.Seeds.Select(seed => new { seed.Seed, seed.Change }),
    };

    private static object Regime(RegimeFinding regime) => new
    {
        regime.Announced,
        regime.Claims,
        Repetitions = regime.Shares.Select(share => new { share.Regime, share.Share }),
        regime.Assessment?.Primary,
        regime.Assessment?.RunnerUp,
        regime.Assessment?.Margin,
        Scores = regime.Assessment is { } assessment
            ? new
            {
                assessment.Scores.Sparse,
                assessment.Scores.Structured,
                assessment.Scores.Dense,
                assessment.Scores.Asymmetric,
                assessment.Scores.Dynamic,
                assessment.Scores.Pathological,
            }
            : null,
    };
}
