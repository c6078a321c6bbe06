using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>A simulated loop in <c>analysis.json</c>.</summary>
internal static class LoopJson
{
    public static object Of(LoopAnalysis loop) => new
    {
        loop.Materials,
        loop.Feasible,
        BestOnePercent = loop.Top,
        loop.Settings.Start,
        loop.Settings.Batch,
        loop.Settings.Rounds,
        loop.Settings.Repeats,
        loop.Settings.Models,
        loop.Settings.Damping,
        RandomReached = loop.Random,
        RandomTopFound = loop.RandomTop,
        Policies = loop.Outcomes.Select(o => new
        {
            o.Policy.Name,
            o.AccelerationToOne,
            o.AccelerationToFive,
            o.Unfinished,
            o.Enhancement,
            o.TopFound,
            o.WeakCovered,
            o.Drift,
            o.DampedDrift,
            o.ErrorChange,
            Reached = o.Reached.Select(r => new { r.Mean, r.Least, r.Most }),
        }),
        EntangledOverUcb = new
        {
            TopFound = loop.Difference("entangled", "ucb", r => r.TopFound),
            Reached = loop.Difference("entangled", "ucb", r => r.Reached[^1]),
        },
    };
}
