using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Whether the loop of measuring and choosing closes, in words.</summary>
internal static class ClosureText
{
    /// <summary>The loops of lattices, a paragraph each, as HTML; empty where none has an earlier run.</summary>
    /// <param name="lattices">The lattices with what they cover.</param>
    public static string Html(IEnumerable<(LatticeAnalysis Analysis, string Scope)> lattices) => string.Concat(
        lattices.Select(lattice => Sentence(lattice.Analysis, lattice.Scope)).OfType<string>()
            .Select(sentence => $"\n<p class=\"remark\">{HtmlText.Escape(sentence)}</p>"));

    /// <summary>One lattice's loop; null without an earlier run.</summary>
    private static string? Sentence(LatticeAnalysis analysis, string scope)
    {
        if (analysis.Loop is not { } loop) return null;
        var tolerance = NumberText.Fixed(loop.Tolerance, 3);
        var closes = loop.Converged
            ? $"the loop has converged, the change along the strongest cycle stayed below {tolerance} in the last two updates."
            : loop.Steps.Length < 2 ? "two updates are needed to say whether it converges; so far there is one."
            : $"the loop has not converged, the change along the strongest cycle did not stay below {tolerance} in the last two updates.";
        var steps = loop.Steps.Select(step =>
            $" Update {NumberText.Count(step.Run)}: "
                + $"{(step.Cycle.IsEmpty ? "no cycle" : string.Join(" \u2192 ", step.Cycle.Append(step.Cycle[0])))}, strength "
                + $"{NumberText.Fixed(step.Strength, 3)}, change {NumberText.Fixed(step.Change, 3)}.");
        return $"Loop closure over the runs, {scope} (each update takes in {NumberText.Fixed(loop.Damping, 2)} of the new weights): "
            + closes + string.Concat(steps);
    }
}
