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
        Vector512.IsHardwareAccelerated ? Network<Lanes16>(inputs, initial) : Network<Lanes8>(inputs, initial);

    /// <summary>One model with registers of a stated width.</summary>
    internal static ICpuNetwork Network<T>(NetworkInputs inputs, ModelState initial)
        where T : struct, ILanes<T>
    {
        if (inputs.Joint is not { Tasks.Length: > 1, Settings.Sharing: SharingKind.Soft } joint) return new CpuNetwork<T>(inputs, initial);
        NetworkInputs[] each = [.. joint.Tasks.Select(t => inputs with { Joint = joint with { Tasks = [t] } })];
        var parts = SoftNetwork.Parts(initial, each[0].CreateLayout(), each.Length);
        return new SoftNetwork([.. each.Zip(parts, (i, state) => new CpuNetwork<T>(i, state))], joint.Settings);
    }
}
