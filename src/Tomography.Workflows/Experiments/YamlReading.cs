using System.Collections.Immutable;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>What reading one file collects: problems, and where each key stands.</summary>
internal sealed class YamlReading(string file)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<Diagnostic> _seen = [];
    private readonly Dictionary<string, SourceLocation> _locations = new(StringComparer.Ordinal);

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public ExperimentLocations Locations => new(file, _locations.ToImmutableDictionary(StringComparer.Ordinal));

    /// <summary>Keeps a problem; once, however many variants of a matrix come upon it.</summary>
    public void Error(string code, Mark mark, string keyPath, string message)
    {
        var diagnostic = new Diagnostic(DiagnosticSeverity.Error, code, new(file, (int)mark.Line, (int)mark.Column), keyPath, message);
        if (_seen.Add(diagnostic)) _diagnostics.Add(diagnostic);
    }

    /// <summary>The user's text as a message quotes it: on one line, and not without end.</summary>
    public static string Shown(string text, int longest = 60)
    {
        var cut = text.Length <= longest ? text : text[..longest] + "...";
        return string.Concat(cut.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? '?' : c));
    }

    public void Remember(string keyPath, Mark mark) => _locations.TryAdd(keyPath, new(file, (int)mark.Line, (int)mark.Column));
}
