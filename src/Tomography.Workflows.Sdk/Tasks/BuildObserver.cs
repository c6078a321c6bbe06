using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Tomography.Workflows.Sdk;

/// <summary>Shows how a run goes in MSBuild's log.</summary>
internal sealed class BuildObserver(TaskLoggingHelper log, string docs) : IRunObserver
{
    public void Progress(RunProgress progress) => log.LogMessage(MessageImportance.High, "  {0}", progress);

    public void Retrying(JobFailure failure) =>
        log.LogWarning(null, DiagnosticCodes.JobRetried, null, DiagnosticHelp.PageOf(DiagnosticCodes.JobRetried, docs), failure.LogPath, 0, 0, 0, 0, "Job '{0}' failed and will be tried again: {1} Its log is '{2}'.", failure.Title, failure.Reason, failure.LogPath);

    public void Failed(JobFailure failure) =>
        log.LogError(null, DiagnosticCodes.JobFailed, null, DiagnosticHelp.PageOf(DiagnosticCodes.JobFailed, docs), failure.LogPath, 0, 0, 0, 0, "Job '{0}' failed: {1} Its log is '{2}'.", failure.Title, failure.Reason, failure.LogPath);

    public void Report(Diagnostic diagnostic) => log.Report([diagnostic], docs);
}
