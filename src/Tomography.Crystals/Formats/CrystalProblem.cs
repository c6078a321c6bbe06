namespace Tomography.Crystals;

/// <summary>Something wrong in a file of crystals.</summary>
/// <param name="Place">Format and place: a line, or the path to a part of a JSON document.</param>
/// <param name="Severity">Whether the crystal was lost over it.</param>
/// <param name="Kind">What kind of thing is wrong.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Suggestion">What to do about it.</param>
internal sealed record CrystalProblem(string Place, ProblemSeverity Severity, CrystalProblemKind Kind, string Message, string Suggestion)
{
    public override string ToString() => $"{Place}: {Message} {Suggestion}";
}
