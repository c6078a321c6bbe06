using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>What a worker says of the devices of this machine.</summary>
/// <param name="Devices">All that it knows, those that cannot be used too.</param>
/// <param name="Problem">Why it did not answer; null where it did.</param>
public sealed record DeviceAnswer(ImmutableArray<DeviceReport> Devices, string? Problem)
{
    /// <summary>The devices that can be used, but for the CPU.</summary>
    public IEnumerable<DeviceReport> Gpus => Devices.Where(d => d.Problem is null && !DeviceKind.IsCpu(d.Id));

    /// <summary>No answer: the CPU is there all the same.</summary>
    public static DeviceAnswer None(string problem) => new([new(DeviceKind.Cpu, DeviceKind.Cpu, null, 1)], problem);
}
