namespace Tomography.Workflows;

/// <summary>A place in a file.</summary>
/// <param name="File">Full path.</param>
/// <param name="Line">Line from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">Column from 1; 0 where the line as a whole is meant.</param>
public readonly record struct SourceLocation(string File, int Line = 0, int Column = 0)
{
    /// <summary>The command that the user gave.</summary>
    public static SourceLocation CommandLine { get; } = new("command line");
}
