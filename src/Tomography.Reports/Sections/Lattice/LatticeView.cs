using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The entanglement lattice: drawings, regimes, measures, edges not to trust, and what stands beside them.</summary>
internal static class LatticeView
{
    public static object Of(StudyAnalysis analysis)
    {
        var entanglement = analysis.Entanglement;
        var whole = entanglement.Whole;
        var widest = LatticeFigure.WidestOf(entanglement.Representations);
        return new
        {
            measured = NumberText.Count(whole.Measures.MeasuredEdges),
            real = NumberText.Count(whole.Measures.RealEdges),
            isEmpty = whole.Measures.MeasuredEdges == 0,
            notes = Notes(whole)
                .Concat(
                    entanglement.Representations.Where(lattice => !lattice.Lattice.Edges.IsEmpty && !IsDecided(lattice)).Select(Undecided))
                .ToArray(),
            figures = entanglement
                .Representations.Where(IsDecided)
                .Select(lattice => new ReportFigure(
                    $"Entanglement lattice, {lattice.Lattice.Scope()}.",
                    LatticeFigure.Draw(lattice, widest)))
                .Select(figure => figure.View)
                .ToArray(),
            regimes = RegimeView.Of(entanglement),
            measures = MeasureView.Of(entanglement),
            untrusted = UntrustedView.Of(entanglement),
            latents = LatentView.Of(entanglement),
            uncertainty = UncertaintyView.Of(whole),
            controls = ControlsView.Of(analysis),
            loop = LoopView.Of(whole.Loop),
        };
    }

    private static bool IsDecided(LatticeAnalysis lattice) => lattice.Lattice.Edges.Any(edge => edge.State != EdgeState.Inconclusive);

    private static string Undecided(LatticeAnalysis lattice) =>
        $"The lattice of the {lattice.Lattice.Scope()} representation is not drawn: all of its "
            + $"{NumberText.Count(lattice.Lattice.Edges.Length)} edges are inconclusive.";

    // What limits the numbers of this study, in words.
    private static IEnumerable<string> Notes(LatticeAnalysis whole)
    {
        var (measures, lattice) = (whole.Measures, whole.Lattice);
        if (measures.MeasuredEdges == 0) yield break;
        var unjudged = measures.MeasuredEdges - measures.JudgedEdges;
        if (measures.JudgedEdges == 0)
            yield return "Every edge has too few seeds to be judged, so that each is inconclusive and the lattice has no regime: the range "
                + "of one number says nothing. Name several seeds.";
        else if (unjudged > 0)
            yield return $"{NumberText.Count(unjudged)} of {NumberText.Count(measures.MeasuredEdges)} edges "
                + $"{(unjudged == 1 ? "has" : "have")} too few seeds to be judged and {(unjudged == 1 ? "stays" : "stay")} inconclusive.";
        if (!lattice.Unmeasured.IsEmpty)
            yield return $"{NumberText.Count(lattice.Unmeasured.Length)} {(lattice.Unmeasured.Length == 1 ? "edge has" : "edges have")} no "
                + $"result in any representation.";
        if (!lattice.Edges.Any(edge => lattice.Targets.Contains(edge.Feature)))
            yield return "No target is also a feature of another target, so that influence cannot run both ways: asymmetry, cycles and "
                + "longer paths are not measured.";
    }
}
