using Microsoft.Build.Utilities;

namespace Tomography.Workflows.Sdk;

/// <summary>Hands diagnostics to MSBuild, with code, file, line and column.</summary>
internal static class DiagnosticLog
{
    /// <summary>Logs diagnostics as errors and warnings, each with the page that explains it as its help link.</summary>
    public static void Report(this TaskLoggingHelper log, IEnumerable<Diagnostic> diagnostics, string docs)
    {
        foreach (var d in diagnostics)
        {
            if (d.Severity == DiagnosticSeverity.Error)
                log.LogError(null, d.Code, null, DiagnosticHelp.PageOf(d.Code, docs), d.Location.File, d.Location.Line, d.Location.Column, 0, 0, "{0}", d.Message);
            else
                log.LogWarning(null, d.Code, null, DiagnosticHelp.PageOf(d.Code, docs), d.Location.File, d.Location.Line, d.Location.Column, 0, 0, "{0}", d.Message);
        }
    }

    /// <summary>Logs a fault of the program: what happened, and where the whole story was written.</summary>
    public static void ReportInternal(this TaskLoggingHelper log, Exception exception, string logFolder, string docs)
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

        log.LogError(null, DiagnosticCodes.Internal, null, DiagnosticHelp.PageOf(DiagnosticCodes.Internal, docs), null, 0, 0, 0, 0, "{0}", $"Internal error, a fault of the program: {exception.Message} {where}");
    }
}
