using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using Tomography.Learning.Kernels;

namespace Tomography.Learning;

/// <summary>One core of the CPU, with the widest vectors it has. The number of lanes changes no bit of any result.</summary>
public sealed class CpuDevice : IComputeDevice
{
    /// <inheritdoc/>
    public string Id => "cpu";

    /// <inheritdoc/>
    public string Name => Vector512.IsHardwareAccelerated ? "cpu, 16 lanes" : "cpu, 8 lanes";

    /// <summary>1: models side by side would only push each other out of the core's cache.</summary>
    public int CohortSize => 1;

    /// <inheritdoc/>
    public bool Trains(TrainingTask task) => true;

    /// <inheritdoc/>
    public IModelBank Create(ImmutableArray<NetworkInputs> inputs, ImmutableArray<ModelState> initial) =>
        new CpuModelBank([.. inputs.Zip(initial, Network)]);

    /// <summary>One model by itself, for measuring.</summary>
    internal static ICpuNetwork Network(NetworkInputs inputs, ModelState initial) =>
        Vector512.IsHardwareAccelerated ? new CpuNetwork<Lanes16>(inputs, initial) : new CpuNetwork<Lanes8>(inputs, initial);
}
