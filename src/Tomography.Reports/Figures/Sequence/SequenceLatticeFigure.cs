using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>Draws the lattices of starts as the entanglement lattice is drawn, arrows on one scale for all numbers of labels.</summary>
internal static class SequenceLatticeFigure
{
    /// <summary>A figure for each lattice in which an edge is drawn.</summary>
    public static IEnumerable<ReportFigure> All(SequenceAnalysis sequence)
    {
        SequenceLattice[] drawn = [.. sequence.Lattices.Where(l => LatticeFigure.Drawn(l.Analysis.Lattice).Any())];
        var widest = LatticeFigure.WidestOf([.. drawn.Select(l => l.Analysis)]);
        return drawn.Select(lattice => Of(lattice, widest));
    }

    private static ReportFigure Of(SequenceLattice lattice, double widest) => new(
        $"starts-lattice-{SequenceText.FileWord(lattice)}",
        $"Lattice of starts, {SequenceText.Scope(lattice)}.",
        "An arrow is drawn where the verdict is that a start from the model of the first property helps or harms the second, or that its "
            + "effect is not to be trusted; its width is the change of the test error against the model of the second alone with the same "
            + "labels, on one scale for all numbers of labels. Communities as in the entanglement lattice.",
        LatticeFigure.Draw(lattice.Analysis, widest, "Lattice of starts", SequenceText.Scope(lattice), "only a source"),
        LatticeFigure.Data(lattice.Analysis));
}
