using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>Collects problems of one text; lines are counted only when there is one.</summary>
internal sealed class CifProblemList(string text)
{
    private const int Most = 100;

    private List<(int Position, CifSeverity Severity, string Message, string Suggestion)>? _problems;

    public bool HasErrors { get; private set; }

    public void Warn(int position, string message, string suggestion) => Add(position, CifSeverity.Warning, message, suggestion);

    public void Error(int position, string message, string suggestion)
    {
        HasErrors = true;
        Add(position, CifSeverity.Error, message, suggestion);
    }

    public ImmutableArray<CifProblem> ToProblems() =>
        _problems is null ? [] : [.. _problems.OrderBy(static p => p.Position).Select(p => Located(p.Position, p.Severity, p.Message, p.Suggestion))];

    // A hostile file could hold a problem per byte; the first hundred say enough, but an error is never dropped for a warning.
    private void Add(int position, CifSeverity severity, string message, string suggestion)
    {
        _problems ??= [];
        if (_problems.Count < Most || severity == CifSeverity.Error && _problems.Count < 2 * Most)
            _problems.Add((position, severity, message, suggestion));
    }

    private CifProblem Located(int position, CifSeverity severity, string message, string suggestion)
    {
        int line = 1, start = 0;
        for (var i = 0; i < position; i++)
            if (text[i] == '\n' || text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'))
            {
                line++;
                start = i + 1;
            }

        return new(line, position - start + 1, severity, message, suggestion);
    }
}
