using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>The CPU under another name, with something between it and who trains.</summary>
/// <param name="name">The name.</param>
/// <param name="wrap">Puts something around the models of a cohort.</param>
internal sealed class WrappedDevice(string name, Func<IModelBank, IModelBank> wrap) : IComputeDevice
{
    private readonly CpuDevice _cpu = new();

    public string Id => "cpu";

    public string Name => name;

    public int CohortSize => 4;

    public IModelBank Create(ImmutableArray<NetworkInputs> inputs, ImmutableArray<ModelState> initial) =>
        wrap(_cpu.Create(inputs, initial));
}
