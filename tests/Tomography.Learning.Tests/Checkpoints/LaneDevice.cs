using System.Collections.Immutable;
using Tomography.Learning.Kernels;

namespace Tomography.Learning.Tests;

/// <summary>A CPU device with registers of a stated width, whatever the machine prefers.</summary>
internal sealed class LaneDevice<T> : IComputeDevice
    where T : struct, ILanes<T>
{
    public string Id => "cpu";

    public string Name => typeof(T).Name;

    public int CohortSize => 1;

    public IModelBank Create(ImmutableArray<NetworkInputs> inputs, ImmutableArray<ModelState> initial) =>
        new CpuModelBank([.. inputs.Zip(initial, (i, state) => CpuDevice.Network<T>(i, state))]);
}
