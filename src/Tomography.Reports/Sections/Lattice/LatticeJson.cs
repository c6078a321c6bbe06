using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>One lattice in <c>analysis.json</c>; fractions.</summary>
internal static class LatticeJson
{
    /// <summary>A lattice with all that is said about it; the representation of the whole lattice is null.</summary>
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
            Counts = new
            {
                analysis.Measures.Nodes,
                analysis.Measures.MeasuredEdges,
                analysis.Measures.JudgedEdges,
                analysis.Measures.RealEdges,
            },
            Measures = analysis.Estimates.Select(estimate => new
            {
                estimate.Measure,
                estimate.Value,
                estimate.Lower,
                estimate.Upper,
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
        edge.Weight,
        edge.Change,
        edge.Lower,
        edge.Upper,
        edge.State,
        edge.Uncertainty,
        Seeds = edge.Seeds.Select(seed => new { seed.Seed, seed.Change }),
    };

    private static object? Regime(RegimeAssessment? regime) =>
        regime is null
            ? null
            : new
            {
                regime.Primary,
                regime.RunnerUp,
                regime.Margin,
                Scores = new
                {
                    regime.Scores.Sparse,
                    regime.Scores.Structured,
                    regime.Scores.Dense,
                    regime.Scores.Asymmetric,
                    regime.Scores.Dynamic,
                    regime.Scores.Pathological,
                },
            };
}
