using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>A panel of the figure of starts: one source and target in one representation.</summary>
/// <param name="Unit">Unit of the target; empty for none.</param>
/// <param name="Points">The points whose number of labels is known, by that number; at least one.</param>
internal sealed record SequencePanel(string Unit, IReadOnlyList<SequencePoint> Points)
{
    /// <summary>The panels of a study, in its order.</summary>
    public static SequencePanel[] Of(StudyAnalysis analysis, SequenceAnalysis sequence) =>
    [
        .. sequence.Points.Where(p => p.Trained > 0 && (p.Alone ?? p.Started ?? p.Control) is not null)
            .GroupBy(p => (p.Verdict.Representation, p.Source, p.Verdict.Target))
            .Select(g => new SequencePanel(analysis.Property(g.Key.Target).Unit, [.. g.OrderBy(p => p.Trained)])),
    ];
}
