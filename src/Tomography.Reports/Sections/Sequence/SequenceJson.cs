using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What starting from trained models does in <c>analysis.json</c>; changes are fractions.</summary>
internal static class SequenceJson
{
    /// <summary>A number of labels with its errors and verdict; labels are null for the whole training part.</summary>
    public static object Of(SequencePoint point) => new
    {
        Source = point.Source.Label(),
        point.Labels,
        point.Trained,
        Alone = Errors(point.Alone),
        FromNoise = Errors(point.Control),
        FromSource = Errors(point.Started),
        Verdict = VerdictJson.Of(point.Verdict),
    };

    /// <summary>A lattice at its number of labels; labels are null for the whole training part.</summary>
    public static object Of(SequenceLattice lattice) => new { lattice.Labels, Lattice = LatticeJson.Of(lattice.Analysis) };

    private static object? Errors(ErrorRange? errors) => errors is { } range ? new { range.Mean, range.Min, range.Max } : null;
}
