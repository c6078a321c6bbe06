using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>What reading one file collects: problems, and where each key stands.</summary>
internal sealed class YamlReading(string file, ExperimentLimits limits)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<Diagnostic> _seen = [];
    private readonly Dictionary<string, SourceLocation> _locations = new(StringComparer.Ordinal);

    /// <summary>How much of the file is read.</summary>
    public ExperimentLimits Limits => limits;

    /// <summary>What the file is, as in <c>a key of an experiment</c>.</summary>
    public string What { get; init; } = "an experiment";

    /// <summary>The line that such a file starts with, for one that does not.</summary>
    public string FirstLine { get; init; } = "experiment: my-study";

    /// <summary>The keys of an experiment by their whole paths.</summary>
    public ImmutableArray<string> KeyPaths { get; init; } = [];

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public ExperimentLocations Locations => new(file, _locations.ToImmutableDictionary(StringComparer.Ordinal));

    /// <summary>Keeps a problem; once, however many variants of a matrix come upon it.</summary>
    /// <exception cref="TooManyProblemsException">There are enough.</exception>
    public void Error(string code, Mark mark, string keyPath, string message)
    {
        var diagnostic = new Diagnostic(DiagnosticSeverity.Error, code, new(file, (int)mark.Line, (int)mark.Column), keyPath, message);
        if (!_seen.Add(diagnostic)) return;
        if (_diagnostics.Count == limits.MostProblems) throw new TooManyProblemsException();
        _diagnostics.Add(diagnostic);
    }

    /// <summary>A finite number; null for any other text.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>
    /// The user's text as a message quotes it: on one line, without marks that turn the direction of writing, and not without end.
    /// </summary>
    public static string Shown(string text, int longest = 60)
    {
        var cut = text.Length <= longest ? text : text[..longest] + "...";
        return string.Concat(
            cut.Select(c =>
                char.IsControl(c)
                || char.IsSurrogate(c)
                || char.GetUnicodeCategory(c) == UnicodeCategory.Format
                || c is '\u2028' or '\u2029'
                    ? '?'
                    : c));
    }

    /// <summary>Whether a list has more entries than a limit allows, which is then told.</summary>
    /// <param name="mark">Where it stands.</param>
    /// <param name="keyPath">What it is.</param>
    /// <param name="count">Its entries.</param>
    /// <param name="limit">The property of <see cref="ExperimentLimits"/>.</param>
    public bool IsTooLong(Mark mark, string keyPath, int count, string limit)
    {
        var most = ExperimentLimits.Table.Of(limits, ExperimentLimits.Table.Find("Tomography" + limit)!);
        if (count <= most)
            return false;
        Error(
            DiagnosticCodes.TooLarge,
            mark,
            keyPath,
            $"'{Shown(keyPath)}' has {count} entries, more than {most}; {limits.HowToRaise(limit, count)}.");
        return true;
    }

    /// <summary>The end of a sentence as a sentence of its own.</summary>
    public static string Sentence(string end) => $"{char.ToUpperInvariant(end[0])}{end[1..]}.";

    public void Remember(string keyPath, Mark mark) => _locations.TryAdd(keyPath, new(file, (int)mark.Line, (int)mark.Column));
}
