namespace Tomography.Workflows;

/// <summary>Tells an observer what happens in a run: one thing at a time, and what several find only once.</summary>
/// <param name="folders">The store.</param>
/// <param name="observer">Who is told.</param>
internal sealed class RunVoice(StoreFolders folders, IRunObserver observer)
{
    private readonly Lock _observing = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public void Begin(RunStart start)
    {
        lock (_observing) observer.Begin(start);
    }

    public void Progress(RunProgress progress)
    {
        lock (_observing) observer.Progress(progress);
    }

    public void Retrying(JobFailure failure)
    {
        lock (_observing) observer.Retrying(failure);
    }

    public void Failed(JobFailure failure)
    {
        lock (_observing) observer.Failed(failure);
    }

    public void Tell(Diagnostic diagnostic)
    {
        lock (_observing) observer.Report(diagnostic);
    }

    /// <summary>
    /// Tells what was damaged, once: the run finds it before it gives its order, and the worker that takes the order finds it again.
    /// </summary>
    public void Damaged(string what) =>
        TellOnce(new(DiagnosticSeverity.Warning, DiagnosticCodes.StoreDamaged, new(folders.Root), "", what));

    public void MemoryShort(string what) => TellOnce(DeviceProblems.MemoryShort(folders, what));

    private void TellOnce(Diagnostic diagnostic)
    {
        lock (_observing)
            if (_told.Add(diagnostic.Message))
                observer.Report(diagnostic);
    }
}
