using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Tomography.Workflows.Sdk;

/// <summary>Shows how a run goes in MSBuild's log.</summary>
internal sealed class BuildObserver(TaskLoggingHelper log, DiagnosticLog diagnostics) : IRunObserver
{
    public void Begin(RunStart start)
    {
        foreach (var line in start.Lines) log.LogMessage(MessageImportance.High, "  {0}", line);
    }

    public void Progress(RunProgress progress) => log.LogMessage(MessageImportance.High, "  {0}", progress);

    public void Retrying(JobFailure failure) =>
        Tell(DiagnosticSeverity.Warning, DiagnosticCodes.JobRetried, failure, "failed and will be tried again");

    public void Failed(JobFailure failure) => Tell(DiagnosticSeverity.Error, DiagnosticCodes.JobFailed, failure, "failed");

    public void Report(Diagnostic diagnostic) => diagnostics.Report(diagnostic);

    private void Tell(DiagnosticSeverity severity, string code, JobFailure failure, string what)
    {
        var message = $"Job '{failure.Title}' {what}: {failure.Reason} Its log is '{failure.LogPath}'.";
        diagnostics.Report(new Diagnostic(severity, code, new(failure.LogPath), "", message));
    }
}
