using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Tomography.Workflows.Sdk;

/// <summary>Hands diagnostics to MSBuild, with code, file, line, column and the page that explains them.</summary>
/// <param name="log">MSBuild's log.</param>
/// <param name="docs">Full path of the folder <c>docs</c>; where it is not there, no page is named.</param>
/// <param name="docsName">What messages call that folder; empty for its full path.</param>
internal sealed class DiagnosticLog(TaskLoggingHelper log, string docs, string docsName)
{
    /// <summary>Logs diagnostics as errors, warnings and messages.</summary>
    public void Report(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var d in diagnostics) Report(d);
    }

    /// <summary>Logs a diagnostic. MSBuild's console does not show help links, so the message ends with the page.</summary>
    public void Report(Diagnostic d)
    {
        var page = docs.Length > 0 ? DiagnosticHelp.PageOf(d.Code, docs) : null;
        var message = page is null ? d.Message : $"{d.Message} Help: {DiagnosticHelp.NameOf(d.Code, docsName, page)}";
        if (d.Severity == DiagnosticSeverity.Error)
            log.LogError(null, d.Code, null, page, d.Location.File, d.Location.Line, d.Location.Column, 0, 0, "{0}", message);
        else if (d.Severity == DiagnosticSeverity.Note)
            log.LogMessage(
                null, d.Code, null, d.Location.File, d.Location.Line, d.Location.Column, 0, 0, MessageImportance.High, "{0}", message);
        else
            log.LogWarning(null, d.Code, null, page, d.Location.File, d.Location.Line, d.Location.Column, 0, 0, "{0}", message);
    }

    /// <summary>Logs a fault of the program: what happened, and where the whole story was written.</summary>
    public void ReportInternal(Exception exception, string logFolder)
    {
        var path = Path.Combine(logFolder, $"internal-error-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.log");
        string where;
        try
        {
            AtomicFile.WriteText(path, exception.ToString());
            where = $"The log is '{path}'.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder cannot be written, so the story goes where it can.
            where = $"No log could be written ({e.Message}): {exception}";
        }

        var message = $"Internal error, a fault of the program: {exception.Message} {where}";
        Report(new Diagnostic(DiagnosticSeverity.Error, DiagnosticCodes.Internal, default, "", message));
    }
}
