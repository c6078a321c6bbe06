namespace Tomography.Workflows;

/// <summary>What ends a run before every job was tried.</summary>
internal static class RunProblems
{
    public static DiagnosticException Unwritable(StoreFolders folders, string why) =>
        new([
            new(
                DiagnosticSeverity.Error,
                DiagnosticCodes.StoreUnwritable,
                new(folders.Root),
                "",
                $"The store '{folders.Root}' cannot be written, so no more jobs are trained: {why} Make room or name another with "
                    + $"-p:TomographyStore=folder; the same command then goes on from here."),
        ]);

    public static DiagnosticException NotStarted(string worker, string why) =>
        new([
            new(
                DiagnosticSeverity.Error,
                DiagnosticCodes.WorkerNotStarted,
                new(worker),
                "",
                $"The training process could not be started: {why}"),
        ]);

    public static Diagnostic WorkersDie(int deaths, int left, JobFailure last) =>
        new(
            DiagnosticSeverity.Error,
            DiagnosticCodes.WorkersDie,
            new(last.LogPath),
            "",
            $"{deaths} training processes in a row died before they said a word, so no more are started; {left} jobs are left. The last "
                + $"one: {last.Reason} Its log is '{last.LogPath}'.");
}
