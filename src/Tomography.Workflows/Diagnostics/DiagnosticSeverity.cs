namespace Tomography.Workflows;

/// <summary>How bad a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Nothing is wrong; it says how something was understood.</summary>
    Note,

    /// <summary>The build goes on; something deserves a look.</summary>
    Warning,

    /// <summary>The build fails.</summary>
    Error,
}
