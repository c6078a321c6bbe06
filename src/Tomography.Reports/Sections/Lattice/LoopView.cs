using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Whether the loop of measuring and choosing closes.</summary>
internal static class LoopView
{
    /// <summary>Null without an earlier run.</summary>
    public static object? Of(LatticeAnalysis analysis) => analysis.Loop is not { } loop ? null : new
    {
        representation = analysis.Lattice.Scope(),
        converged = loop.Converged,
        isShort = loop.Steps.Length < 2,
        damping = NumberText.Fixed(loop.Damping, 2),
        tolerance = NumberText.Fixed(loop.Tolerance, 3),
        steps = loop.Steps.Select(step => new
        {
            run = NumberText.Count(step.Run),
            cycle = step.Cycle.IsEmpty ? "no cycle" : string.Join(" \u2192 ", step.Cycle.Append(step.Cycle[0])),
            strength = NumberText.Fixed(step.Strength, 3),
            change = NumberText.Fixed(step.Change, 3),
        }).ToArray(),
    };
}
