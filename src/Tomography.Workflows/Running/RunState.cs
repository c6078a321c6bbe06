using System.Collections.Concurrent;

namespace Tomography.Workflows;

/// <summary>What the slots of one run share.</summary>
internal sealed class RunState(CohortQueue queue, ProgressMeter meter)
{
    private int _trained, _elsewhere;

    public CohortQueue Queue => queue;

    public ProgressMeter Meter => meter;

    public ConcurrentQueue<JobFailure> Failures { get; } = new();

    /// <summary>Failures of jobs that will be tried again.</summary>
    public ConcurrentDictionary<JobKey, JobFailure> Retries { get; } = new();

    public JobFailure? LastFailure { get; set; }

    public int Trained => _trained;

    public int TrainedElsewhere => _elsewhere;

    public void CountTrained() => Interlocked.Increment(ref _trained);

    public void CountElsewhere() => Interlocked.Increment(ref _elsewhere);
}
