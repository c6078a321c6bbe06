using System.Collections.Immutable;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>What reading one file collects: problems, and where each key stands.</summary>
internal sealed class YamlReading(string file)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, SourceLocation> _locations = new(StringComparer.Ordinal);

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public ExperimentLocations Locations => new(file, _locations.ToImmutableDictionary(StringComparer.Ordinal));

    public void Error(string code, Mark mark, string keyPath, string message) =>
        _diagnostics.Add(new(DiagnosticSeverity.Error, code, new(file, (int)mark.Line, (int)mark.Column), keyPath, message));

    public void Remember(string keyPath, Mark mark) => _locations.TryAdd(keyPath, new(file, (int)mark.Line, (int)mark.Column));
}
