using Tomography.Learning.Kernels;

namespace Tomography.Learning.Tests;

/// <summary>A CPU device with registers of a stated width, whatever the machine prefers.</summary>
internal sealed class LaneDevice<T> : IComputeDevice
    where T : struct, ILanes<T>
{
    public string Name => typeof(T).Name;

    public INetwork Create(NetworkInputs inputs, ModelState initial) => new CpuNetwork<T>(inputs, initial);
}
