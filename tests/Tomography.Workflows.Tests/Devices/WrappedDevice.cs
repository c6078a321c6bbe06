using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>The CPU under another name, with something between it and who trains.</summary>
/// <param name="name">The name.</param>
/// <param name="wrap">Puts something around the models of a cohort.</param>
internal sealed class WrappedDevice(string name, Func<IModelBank, IModelBank> wrap) : IComputeDevice
{
    private readonly CpuDevice _cpu = new();

    public string Id { get; init; } = "cpu";

    public string Name => name;

    public string? Problem { get; init; }

    public int CohortSize { get; init; } = 4;

    /// <summary>So many models and no more find memory, whatever it says of its room.</summary>
    public int Memory { get; init; } = int.MaxValue;

    /// <summary>What it trains; what devices train by default where it is null.</summary>
    public Func<TrainingTask, bool>? Limit { get; init; }

    public bool Trains(TrainingTask task) =>
        Limit?.Invoke(task) ?? (!task.IsJoint && task.Start is null && task.Sources is null && !task.HasVariance);

    public IModelBank Create(ImmutableArray<NetworkInputs> inputs, ImmutableArray<ModelState> initial) =>
        inputs.Length <= Memory
            ? wrap(_cpu.Create(inputs, initial))
            : throw new DeviceMemoryException($"{inputs.Length} models are asked for, and {Memory} fit.");
}
