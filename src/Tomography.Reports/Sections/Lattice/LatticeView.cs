using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>The entanglement lattices: drawings, regimes, measures, edges not to trust, and what stands beside them.</summary>
internal static class LatticeView
{
    public static object Of(StudyAnalysis analysis)
    {
        var lattices = analysis.Entanglement.Representations;
        var widest = LatticeFigure.WidestOf(lattices);
        return new
        {
            isEmpty = lattices.All(lattice => lattice.Lattice.Edges.IsEmpty),
            counts = string.Join("; ", lattices.Where(lattice => !lattice.Lattice.Edges.IsEmpty).Select(Counts)),
            notes = lattices.SelectMany(Notes).Concat(NoWayBack(lattices)).ToArray(),
            figures = lattices.Where(IsDrawn).Select(lattice => LatticeFigure.Of(lattice, widest)).ToArray(),
            asymmetry = AsymmetryFigure.Of(analysis),
            repetitions = RegimeFigure.Of(analysis),
            regimes = RegimeView.Of(analysis.Entanglement),
            measures = MeasureView.Of(analysis.Entanglement),
            untrusted = UntrustedView.Of(analysis.Entanglement),
            latents = LatentView.Of(analysis.Entanglement),
            uncertainty = UncertaintyView.Of(analysis.Entanglement),
            controls = ControlsView.Of(analysis),
            loops = lattices.Select(LoopView.Of).OfType<object>().ToArray(),
        };
    }

    private static bool IsDrawn(LatticeAnalysis lattice) => LatticeFigure.Drawn(lattice.Lattice).Any();

    private static string Counts(LatticeAnalysis lattice) =>
        $"{NumberText.Count(lattice.Measures.Counts.Real)} of {NumberText.Count(lattice.Measures.Counts.Judged)} judged edges in "
            + lattice.Lattice.Scope();

    // What limits the numbers of this study, in words.
    private static IEnumerable<string> Notes(LatticeAnalysis analysis)
    {
        var (counts, lattice, scope) = (analysis.Measures.Counts, analysis.Lattice, analysis.Lattice.Scope());
        if (counts.Measured > 0)
        {
            if (!IsDrawn(analysis))
                yield return $"The lattice of the {scope} representation is not drawn: none of its {NumberText.Count(counts.Measured)} "
                    + "edges informs or harms.";
            if (counts.Unsound > 0)
                yield return $"{scope}: {Of(counts.Unsound, counts.Measured)} not measured soundly ({Reasons(lattice)}). "
                    + "What is wrong there is the measurement, so these edges say nothing of the properties and count in no measure.";
            var open = counts.Measured - counts.Judged - counts.Unsound;
            if (open > 0)
                yield return $"{scope}: {Of(open, counts.Measured)} not judged: fewer than three seeds have both models, or there are no "
                    + "predictions for single crystals.";
        }

        if (!lattice.Unmeasured.IsEmpty)
            yield return $"{scope}: {NumberText.Count(lattice.Unmeasured.Length)} "
                + $"{(lattice.Unmeasured.Length == 1 ? "edge has" : "edges have")} no result.";
    }

    private static string Of(int some, int all) =>
        $"{NumberText.Count(some)} of {NumberText.Count(all)} edges {(some == 1 ? "was" : "were")}";

    private static string Reasons(EntanglementLattice lattice) => string.Join(", ", lattice.Edges.Where(edge => edge.Verdict.IsUnsound)
        .GroupBy(edge => edge.Verdict.Reason).OrderByDescending(edges => edges.Count()).ThenBy(edges => edges.Key)
        .Select(edges => $"{NumberText.Count(edges.Count())} {edges.Key.Word()}"));

    private static IEnumerable<string> NoWayBack(IEnumerable<LatticeAnalysis> lattices)
    {
        var edges = lattices.SelectMany(lattice => lattice.Lattice.Edges.Select(edge => (lattice.Lattice, Edge: edge))).ToArray();
        if (edges.Length > 0 && !edges.Any(one => one.Lattice.Targets.Contains(one.Edge.Feature)))
            yield return "No target is also a feature of another target, so that influence cannot run both ways: asymmetry, cycles and "
                + "longer paths are not measured.";
    }
}
