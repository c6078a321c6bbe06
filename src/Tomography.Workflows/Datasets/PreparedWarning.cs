namespace Tomography.Workflows;

/// <summary>Something that reading a dataset had to say.</summary>
/// <param name="Code">What kind of problem, see <see cref="DataProblemCodes"/>.</param>
/// <param name="Message">One line, with counts and the first places.</param>
public sealed record PreparedWarning(string Code, string Message)
{
    /// <summary>Whether nothing is wrong: it says how something was understood.</summary>
    public bool IsNote { get; init; }

    /// <summary>As a diagnostic of an experiment's dataset.</summary>
    internal Diagnostic At(SourceLocation location) =>
        new(IsNote ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning, Code, location, "dataset", Message);
}
