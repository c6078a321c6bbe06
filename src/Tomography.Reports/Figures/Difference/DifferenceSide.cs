using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>What a feature does for a target in one representation.</summary>
/// <param name="Percent">Change of the test error, percent; null where it is not known.</param>
/// <param name="Verdict">The verdict; null where none is asked for.</param>
internal readonly record struct DifferenceSide(double? Percent, EdgeVerdict? Verdict)
{
    /// <summary>Whether the feature informs.</summary>
    public bool Informs => Verdict?.Kind == VerdictKind.Informs;
}
