namespace Tomography.Workflows;

/// <summary>
/// Models that a worker trains side by side: since when, until when, and how many epochs of theirs. The worker may take them in pieces, so
/// its pace is that of all of them together.
/// </summary>
/// <param name="work">The kind of work.</param>
/// <param name="device">The device.</param>
/// <param name="epochsOfModel">Epochs that each model has in all.</param>
/// <param name="began">When the worker was given the models.</param>
internal sealed class Batch(WorkKind work, string device, int epochsOfModel, TimeSpan began)
{
    private TimeSpan _since = began, _until = began;
    private long _epochs;

    public WorkKind Work => work;

    /// <summary>The kind of its device.</summary>
    public string DeviceKind { get; } = Store.DeviceKind.Of(device);

    /// <summary>How status calls the device; null for the CPU.</summary>
    public string? NamedDevice => Store.DeviceKind.IsCpu(device) ? null : device;

    /// <summary>Models of it that are not at their end.</summary>
    public int Models { get; set; }

    public Pace Pace => new(_epochs, (_until - _since).TotalSeconds);

    /// <summary>How many models' worth of epochs it has trained.</summary>
    public double Worked => (double)_epochs / epochsOfModel;

    /// <summary>The worker begins: what it took before the first epoch was its start.</summary>
    public void Begin(TimeSpan now)
    {
        if (_epochs == 0) (_since, _until) = (now, now);
    }

    public void Train(int epochs, TimeSpan now)
    {
        _epochs += epochs;
        _until = now;
    }
}
