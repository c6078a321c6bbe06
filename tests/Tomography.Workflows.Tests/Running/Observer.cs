using System.Collections.Concurrent;

namespace Tomography.Workflows.Tests;

/// <summary>Keeps what a run tells, and notices when two things are told at once.</summary>
internal sealed class Observer : IRunObserver
{
    private int _inside;

    public ConcurrentQueue<RunProgress> Progresses { get; } = new();

    public ConcurrentQueue<JobFailure> Failures { get; } = new();

    public ConcurrentQueue<Diagnostic> Diagnostics { get; } = new();

    public bool ToldAtOnce { get; private set; }

    public ConcurrentQueue<RunStart> Starts { get; } = new();

    public void Begin(RunStart start) => One(() => Starts.Enqueue(start));

    public void Progress(RunProgress progress) => One(() => Progresses.Enqueue(progress));

    public ConcurrentQueue<JobFailure> Retries { get; } = new();

    public void Retrying(JobFailure failure) => One(() => Retries.Enqueue(failure));

    public void Failed(JobFailure failure) => One(() => Failures.Enqueue(failure));

    public void Report(Diagnostic diagnostic) => One(() => Diagnostics.Enqueue(diagnostic));

    private void One(Action tell)
    {
        if (Interlocked.Increment(ref _inside) != 1) ToldAtOnce = true;
        tell();
        Interlocked.Decrement(ref _inside);
    }
}
