namespace Tomography.Store;

/// <summary>The kind of a device, such as <c>cuda</c>: how fast a model trains is known per kind.</summary>
public static class DeviceKind
{
    /// <summary>The cores of the CPU; both the kind and the id.</summary>
    public const string Cpu = "cpu";

    /// <summary>The kind of a device by its id or name, like <c>cuda:0</c> or <c>cpu, 16 lanes</c>.</summary>
    public static string Of(string device)
    {
        var end = device.AsSpan().IndexOfAny(':', ',');
        return end < 0 ? device : device[..end];
    }

    /// <summary>Whether a device is the CPU.</summary>
    public static bool IsCpu(string device) => Of(device) == Cpu;
}
