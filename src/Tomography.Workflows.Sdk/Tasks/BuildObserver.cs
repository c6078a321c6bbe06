using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Tomography.Workflows.Sdk;

/// <summary>Shows how a run goes in MSBuild's log.</summary>
internal sealed class BuildObserver(TaskLoggingHelper log, DiagnosticLog diagnostics) : IRunObserver
{
    public void Progress(RunProgress progress) => log.LogMessage(MessageImportance.High, "  {0}", progress);

    public void Retrying(JobFailure failure) => diagnostics.Report(new Diagnostic(
        DiagnosticSeverity.Warning, DiagnosticCodes.JobRetried, new(failure.LogPath), "", $"Job '{failure.Title}' failed and will be tried again: {failure.Reason} Its log is '{failure.LogPath}'."));

    public void Failed(JobFailure failure) => diagnostics.Report(new Diagnostic(
        DiagnosticSeverity.Error, DiagnosticCodes.JobFailed, new(failure.LogPath), "", $"Job '{failure.Title}' failed: {failure.Reason} Its log is '{failure.LogPath}'."));

    public void Report(Diagnostic diagnostic) => diagnostics.Report(diagnostic);
}
