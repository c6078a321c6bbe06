using System.Runtime.Intrinsics;
using Tomography.Learning.Kernels;

namespace Tomography.Learning;

/// <summary>One core of the CPU, with the widest vectors it has. The number of lanes changes no bit of any result.</summary>
public sealed class CpuDevice : IComputeDevice
{
    /// <inheritdoc/>
    public string Name => Vector512.IsHardwareAccelerated ? "cpu, 16 lanes" : "cpu, 8 lanes";

    /// <inheritdoc/>
    public INetwork Create(NetworkInputs inputs, ModelState initial) =>
        Vector512.IsHardwareAccelerated ? new CpuNetwork<Lanes16>(inputs, initial) : new CpuNetwork<Lanes8>(inputs, initial);
}
