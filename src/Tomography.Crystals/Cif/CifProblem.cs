namespace Tomography.Crystals;

/// <summary>Something wrong in a CIF file.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Severity">Whether the crystal was lost over it.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Suggestion">What to do about it.</param>
public sealed record CifProblem(int Line, int Column, ProblemSeverity Severity, string Message, string Suggestion)
{
    /// <summary>What kind of thing is wrong.</summary>
    public CrystalProblemKind Kind { get; init; }
}
