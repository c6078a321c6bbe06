namespace Tomography.Workflows;

/// <summary>Stops a workflow for reasons that concern the user.</summary>
public sealed class DiagnosticException : Exception
{
    /// <summary>Stops for these reasons.</summary>
    public DiagnosticException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics)) => Diagnostics = diagnostics;

    /// <summary>The reasons, at least one.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
