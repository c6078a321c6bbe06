using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>Collects the problems of one crystal.</summary>
/// <param name="placeOf">The place in words of a position.</param>
internal sealed class CrystalProblemList(Func<int, string> placeOf) : IAssemblyProblems
{
    private const int Most = 100;

    private readonly List<CrystalProblem> _problems = [];

    public void Warn(int position, string message, string suggestion, CrystalProblemKind kind = CrystalProblemKind.Content) =>
        Add(new(placeOf(position), ProblemSeverity.Warning, kind, message, suggestion));

    public void Error(int position, string message, string suggestion, CrystalProblemKind kind = CrystalProblemKind.Content) =>
        Add(new(placeOf(position), ProblemSeverity.Error, kind, message, suggestion));

    /// <summary>A problem that is no site's.</summary>
    public void Add(CrystalProblem problem)
    {
        // A hostile file could hold a problem per byte; the first hundred say enough, but an error is never dropped for a warning.
        if (_problems.Count < Most || problem.Severity == ProblemSeverity.Error && _problems.Count < 2 * Most) _problems.Add(problem);
    }

    public ImmutableArray<CrystalProblem> ToProblems() => [.. _problems];
}
