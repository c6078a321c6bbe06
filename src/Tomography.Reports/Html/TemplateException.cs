namespace Tomography.Reports;

/// <summary>A template that cannot be used: it is missing, is not valid, or shows a value that does not exist.</summary>
/// <param name="message">What is wrong, and what was expected; without the place.</param>
/// <param name="file">Full path of the template, or of the folder of templates where the folder as a whole is meant.</param>
/// <param name="line">Line from 1; 0 where the file as a whole is meant.</param>
/// <param name="column">Column from 1; 0 where the line as a whole is meant.</param>
/// <param name="inner">What led to it.</param>
public sealed class TemplateException(string message, string file, int line = 0, int column = 0, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Full path of the template, or of the folder of templates where the folder as a whole is meant.</summary>
    public string File { get; } = file;

    /// <summary>Line from 1; 0 where the file as a whole is meant.</summary>
    public int Line { get; } = line;

    /// <summary>Column from 1; 0 where the line as a whole is meant.</summary>
    public int Column { get; } = column;
}
