using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Workflows;

/// <summary>On what a build trains: a choice, and what the machine has of it.</summary>
/// <param name="Gpus">The GPUs, with one worker each.</param>
/// <param name="Cpu">The CPU, as the worker calls it.</param>
/// <param name="CpuWorkers">How many workers compute on cores of the CPU.</param>
public sealed record SlotPlan(ImmutableArray<DeviceReport> Gpus, DeviceReport Cpu, int CpuWorkers)
{
    /// <summary>Plans the slots of a build.</summary>
    /// <param name="choice">What was asked for.</param>
    /// <param name="answer">What the machine has.</param>
    /// <param name="workers">Workers on the CPU that were asked for; null for as many as there are cores for.</param>
    /// <param name="cores">Cores of the machine.</param>
    /// <exception cref="DiagnosticException">A device was asked for that is not there.</exception>
    public static SlotPlan Of(DeviceChoice choice, DeviceAnswer answer, int? workers, int cores)
    {
        DeviceReport[] there = [.. answer.Gpus];
        var missing = choice.Ids.Where(id => !DeviceKind.IsCpu(id) && !Array.Exists(there, d => Is(d, id))).ToArray();
        if (missing.Length > 0) throw new DiagnosticException([DeviceProblems.NotThere(choice, missing, answer)]);
        ImmutableArray<DeviceReport> gpus = [.. there.Where(d => choice.IsAuto || choice.Ids.Any(id => Is(d, id)))];
        var cpu = answer.Devices.FirstOrDefault(d => DeviceKind.IsCpu(d.Id)) ?? new(DeviceKind.Cpu, DeviceKind.Cpu, null, 1);
        // A GPU's worker keeps a core busy, but who names the CPU wants it.
        var least = gpus.IsEmpty || !choice.IsAuto ? 1 : 0;
        return new(gpus, cpu, choice.WantsCpu ? workers ?? Math.Max(least, cores - gpus.Length) : 0);
    }

    /// <summary>One line for people: <c>Devices: cuda:0 (NVIDIA H100 80GB HBM3) and 15 CPU workers.</c></summary>
    /// <param name="answer">What the machine has: devices that it cannot use are named, with the reason.</param>
    public string Describe(DeviceAnswer answer)
    {
        var workers = string.Create(CultureInfo.InvariantCulture, $"{CpuWorkers} CPU worker{(CpuWorkers == 1 ? "" : "s")}");
        string[] all = [.. Gpus.Select(DeviceProblems.Named), .. CpuWorkers > 0 ? new[] { workers } : []];
        var used = all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} and {all[^1]}";
        var unusable = answer.Devices.Where(d => d.Problem is not null).Select(d => $" {d.Id} cannot be used: {d.Problem!.TrimEnd('.')}.");
        return $"Devices: {used}.{string.Concat(unusable)}";
    }

    private static bool Is(DeviceReport device, string id) => device.Id == id || DeviceKind.Of(device.Id) == id;
}
