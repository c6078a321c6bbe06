using Tomography.Analysis;
using Tomography.Phantom;

namespace Tomography.Reports;

/// <summary>What is true of a phantom, in words.</summary>
internal static class TruthText
{
    /// <summary>The truth as JSON and tables write it.</summary>
    public static string Word(this TruthKind kind) => kind switch
    {
        TruthKind.Tells => "tells",
        TruthKind.Little => "tells a little",
        TruthKind.Learnable => "learnable",
        _ => "none",
    };

    /// <summary>How many of the edges with a truth were found, in one sentence.</summary>
    public static string Sentence(TruthComparison comparison)
    {
        var (tells, none) = (comparison.Count(TruthKind.Tells), comparison.Count(TruthKind.None));
        var found = tells == 0 ? "no feature tells what the representation does not know"
            : $"of {tells} edges that tell something, {comparison.Found(TruthKind.Tells)} found";
        var called = none == 0 ? "every feature says something"
            : $"of {none} edges with nothing to tell, {comparison.Claimed(TruthKind.None)} claimed";
        return $"In {comparison.Representation.Name}: {found}; {called}.";
    }

    /// <summary>Whether the verdict is what the truth asks for.</summary>
    public static string Agreement(TrueEdge truth, EdgeVerdict verdict) => (truth.Kind, verdict.Kind) switch
    {
        (TruthKind.Tells, VerdictKind.Informs) => "✓ found",
        (TruthKind.Tells, VerdictKind.Undecided or VerdictKind.Untrusted) => "– missed, not denied",
        (TruthKind.Tells, _) => "✗ denied",
        (TruthKind.None, VerdictKind.Informs or VerdictKind.Harms) => "✗ false claim",
        (TruthKind.None, _) => "✓ not claimed",
        _ => "counts in neither",
    };
}
