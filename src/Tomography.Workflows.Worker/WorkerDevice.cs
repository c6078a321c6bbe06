using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows.Worker;

/// <summary>Finds the device that a command line names.</summary>
internal static class WorkerDevice
{
    /// <summary>Means the first device that this machine can use beside the CPU; the CPU where there is none.</summary>
    public const string Auto = "auto";

    /// <summary>Finds a device.</summary>
    /// <param name="devices">Those that the worker knows; no more of them are looked at than needed.</param>
    /// <param name="id">The id of a device, the kind of some, or <see cref="Auto"/>.</param>
    /// <returns>The device; null, and why, where there is none.</returns>
    public static (IComputeDevice? Device, string Problem) Find(IEnumerable<IComputeDevice> devices, string id)
    {
        if (id == Auto)
        {
            // The CPU is always there.
            var usable = devices.Where(d => d.Problem is null).ToArray();
            return (Array.Find(usable, d => !DeviceKind.IsCpu(d.Id)) ?? usable[0], "");
        }

        var problem = default(string);
        foreach (var device in devices.Where(d => d.Id == id || DeviceKind.Of(d.Id) == id))
        {
            if (device.Problem is null) return (device, "");
            problem ??= device.Problem;
        }

        ImmutableArray<string> there = [Auto, .. devices.Where(d => d.Problem is null).Select(d => d.Id)];
        var why = problem is null ? $"This worker has no device '{id}'." : $"The device '{id}' cannot be used: {problem.TrimEnd('.')}.";
        return (null, $"{why} Choices: {string.Join(", ", there)}.");
    }
}
