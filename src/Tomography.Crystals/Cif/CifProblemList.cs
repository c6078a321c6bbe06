using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>Collects problems of one text; lines are counted only when there is one.</summary>
internal sealed class CifProblemList(string text) : IAssemblyProblems
{
    private const int Most = 100;

    private List<(int Position, ProblemSeverity Severity, CrystalProblemKind Kind, string Message, string Suggestion)>? _problems;

    public bool HasErrors { get; private set; }

    public void Warn(int position, string message, string suggestion, CrystalProblemKind kind = CrystalProblemKind.Content) =>
        Add(position, ProblemSeverity.Warning, kind, message, suggestion);

    public void Error(int position, string message, string suggestion, CrystalProblemKind kind = CrystalProblemKind.Content)
    {
        HasErrors = true;
        Add(position, ProblemSeverity.Error, kind, message, suggestion);
    }

    /// <summary>The problems in the text's order. Its lines are counted once for all of them.</summary>
    public ImmutableArray<CifProblem> ToProblems()
    {
        if (_problems is null) return [];
        var located = ImmutableArray.CreateBuilder<CifProblem>(_problems.Count);
        int line = 1, start = 0, at = 0;
        foreach (var (position, severity, kind, message, suggestion) in _problems.OrderBy(static p => p.Position))
        {
            for (; at < position; at++)
                if (text[at] == '\n' || text[at] == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n'))
                {
                    line++;
                    start = at + 1;
                }

            located.Add(new(line, position - start + 1, severity, message, suggestion) { Kind = kind });
        }

        return located.MoveToImmutable();
    }

    // A hostile file could hold a problem per byte; the first hundred say enough, but an error is never dropped for a warning.
    private void Add(int position, ProblemSeverity severity, CrystalProblemKind kind, string message, string suggestion)
    {
        _problems ??= [];
        if (_problems.Count < Most || severity == ProblemSeverity.Error && _problems.Count < 2 * Most)
            _problems.Add((position, severity, kind, message, suggestion));
    }
}
