using System.Collections.Concurrent;

namespace Tomography.Workflows;

/// <summary>What the slots of one run share.</summary>
/// <param name="queue">What is to be trained.</param>
/// <param name="meter">How far it is.</param>
/// <param name="own">Which results are its own.</param>
/// <param name="slots">How many slots there are.</param>
/// <param name="gpus">How many of them are GPUs.</param>
internal sealed class RunState(CohortQueue queue, ProgressMeter meter, OwnResults own, int slots, int gpus)
{
    private int _trained, _elsewhere, _slots = slots, _gpus = gpus;

    public CohortQueue Queue => queue;

    public ProgressMeter Meter => meter;

    public OwnResults Own => own;

    public ConcurrentQueue<JobFailure> Failures { get; } = new();

    /// <summary>Failures of jobs that will be tried again.</summary>
    public ConcurrentDictionary<JobKey, JobFailure> Retries { get; } = new();

    public JobFailure? LastFailure { get; set; }

    /// <summary>How the last device that failed did so; null where none has.</summary>
    public DeviceFailure? LostDevice { get; set; }

    public int Trained => _trained;

    public int TrainedElsewhere => _elsewhere;

    /// <summary>Slots that take work, or would.</summary>
    public int Slots => Volatile.Read(ref _slots);

    /// <summary>Those of them that are GPUs.</summary>
    public int Gpus => Volatile.Read(ref _gpus);

    public void CountTrained() => Interlocked.Increment(ref _trained);

    public void CountElsewhere() => Interlocked.Increment(ref _elsewhere);

    /// <summary>A slot takes no more work.</summary>
    public void End(WorkerSlot slot)
    {
        Interlocked.Decrement(ref _slots);
        if (slot.IsCpu) return;
        Interlocked.Decrement(ref _gpus);
        meter.Lost(slot.Device.Id);
    }
}
