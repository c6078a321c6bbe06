using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Which targets should be learned together in <c>analysis.json</c>; changes are fractions.</summary>
internal static class GroupsJson
{
    /// <summary>What was found in a representation.</summary>
    public static object Of(GroupAnalysis analysis) => new
    {
        Representation = analysis.Representation.Name,
        analysis.Budget,
        analysis.Stability,
        Unmeasured = analysis.Unmeasured.Select(pair => pair.Names()),
        Groupings = analysis.Groupings.Select(g => new
        {
            Kind = g.Kind.Title(),
            Groups = g.Groups.Select(group => new { Learnt = group.Learnt.Names(), For = group.For.Names() }),
            Predicted = Estimate(g.Predicted),
            Measured = Estimate(g.Measured),
            Targets = g.Targets.Select(t => new
            {
                Target = t.Target.Value, Learnt = t.Learnt.Names(), Predicted = Estimate(t.Predicted), Measured = Estimate(t.Measured),
            }),
        }),
    };

    private static object? Estimate(GroupEstimate? estimate) =>
        estimate is null ? null : new { estimate.Change, estimate.Low, estimate.High };
}
