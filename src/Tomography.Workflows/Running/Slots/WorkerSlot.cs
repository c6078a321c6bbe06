namespace Tomography.Workflows;

/// <summary>A place for one worker at a time: a GPU, or a core of the CPU.</summary>
/// <param name="Device">The device; as a worker reports it.</param>
/// <param name="Source">Where its workers come from.</param>
public sealed record WorkerSlot(DeviceReport Device, IWorkerSource Source)
{
    /// <summary>Whether it is a core of the CPU.</summary>
    public bool IsCpu => DeviceKind.IsCpu(Device.Id);

    /// <summary>The kind of its device, like <c>cuda</c>.</summary>
    public string Kind => DeviceKind.Of(Device.Id);

    /// <summary>How status and logs call the device; null for the CPU, which goes without saying.</summary>
    public string? NamedDevice => IsCpu ? null : Device.Id;
}
