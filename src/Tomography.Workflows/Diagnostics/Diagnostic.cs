namespace Tomography.Workflows;

/// <summary>Something the user should know: what is wrong, where, and what to write instead.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">What kind of problem; see <see cref="DiagnosticCodes"/>.</param>
/// <param name="Location">Where.</param>
/// <param name="KeyPath">The key it concerns, like <c>training.epochs</c>; empty where none.</param>
/// <param name="Message">What is wrong and what was expected, with the nearest valid choice.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Code, SourceLocation Location, string KeyPath, string Message)
{
    /// <summary>
    /// The line that compilers print: <c>file(line,column): error TOMO1003: message</c>; without a place where the whole file is meant.
    /// </summary>
    public override string ToString() =>
        $"{Location.File}{(Location.Line > 0 ? $"({Location.Line},{Location.Column})" : "")}: "
            + $"{Words(Severity)} {Code}: {Message}";

    private static string Words(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "message",
    };
}
