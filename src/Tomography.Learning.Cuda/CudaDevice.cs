using System.Collections.Immutable;

namespace Tomography.Learning.Cuda;

/// <summary>
/// One GPU of NVIDIA. It computes the bits of the CPU (docs/numerics.md), for many models side by side. Graphs stay in its memory from
/// cohort to cohort. One thread at a time uses it.
/// </summary>
public sealed class CudaDevice : IComputeDevice, IDisposable
{
    /// <summary>Of the memory that is free, so much is left for the driver and for batches that are larger than most.</summary>
    private const double Reserve = 0.1;

    private readonly Func<IGpu> _open;
    private readonly Lazy<string?> _problem;
    private IGpu? _gpu;
    private GpuGraphs? _graphs;

    /// <summary>A device.</summary>
    /// <param name="id">How users call it.</param>
    /// <param name="name">How the driver calls it.</param>
    /// <param name="problem">Asks why it cannot be used, when somebody wants to know; null where it can.</param>
    /// <param name="open">Opens it.</param>
    internal CudaDevice(string id, string name, Func<string?> problem, Func<IGpu> open)
    {
        (Id, _problem, _open) = (id, new(problem), open);
        Name = name.Length == 0 ? id : $"{id}, {name}";
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Problem => _problem.Value;

    /// <summary>256: more models side by side make no card faster.</summary>
    public int CohortSize => 256;

    /// <summary>Bytes of its memory that nobody uses at this moment.</summary>
    internal long FreeMemory => Gpu.Memory.Free;

    /// <summary>
    /// Whether it trains models like this one: those of one number or class, also where they start from others, weigh sources or predict
    /// the variance of their own error; of several targets those that share embedding and all convolutions, each loss by a weight that is
    /// given, and nothing beside.
    /// </summary>
    /// <param name="task">The model.</param>
    public bool Trains(TrainingTask task) =>
        task.Joined.IsEmpty || (task.Start is null && SharesPlainly(task.Training.Joint, task.Model));

    /// <inheritdoc/>
    public int Room(CohortTask cohort)
    {
        var (graphs, first) = (cohort.Models[0].Graphs, cohort.Models[0]);
        var widest = cohort.Models.Select(m => m.Layout).MaxBy(l => l.Size)!;
        var bytes = CudaModelBank.BytesPerModel(
            GraphSizes.Of(graphs), graphs, widest, first.Training, cohort.Models.Max(m => m.Targets.Length));
        if (cohort.Models.Any(m => m.Sources is not null)) bytes += sizeof(double) * graphs.Count;
        // Numbers of features are kept once per set, for all models that see them.
        var features = cohort.Models.DistinctBy(m => string.Join('\n', m.Features.Select(f => f.Property.Name)))
            .Sum(m => 4L * graphs.Count * m.Features.Sum(f => FeaturePart.Of(f.Property).Length));
        var isThere = ReferenceEquals(_graphs?.Graphs, graphs);
        if (!isThere) ForgetGraphs();
        var free = (1 - Reserve) * Gpu.Memory.Free - features - (isThere ? 0 : GpuGraphs.BytesOf(graphs));
        return (int)Math.Clamp(free / bytes, 1, Math.Min(CohortSize, cohort.Models.Length));
    }

    /// <inheritdoc/>
    public IModelBank Create(ImmutableArray<NetworkInputs> inputs, ImmutableArray<ModelState> initial) =>
        new CudaModelBank(Gpu, GraphsOf(inputs[0].Graphs), inputs, initial);

    /// <summary>Gives its memory back.</summary>
    public void Dispose()
    {
        ForgetGraphs();
        _gpu?.Dispose();
        _gpu = null;
    }

    private static bool SharesPlainly(JointSettings joint, ModelSettings model) =>
        joint.Sharing == SharingKind.Hard && joint.SharedOf(model) == model.Convolutions && !joint.LossWeights.AreLearnt
            && !joint.ProjectsConflicts && joint.Disentangle == 0;

    private IGpu Gpu => _gpu ??= Problem is { } problem ? throw new DeviceFailedException(problem) : Open();

    /// <summary>A card that others have filled before it is opened is of no use, and no fault of the models.</summary>
    private IGpu Open()
    {
        try
        {
            return _open();
        }
        catch (DeviceMemoryException e)
        {
            throw new DeviceFailedException($"others have all of its memory: {e.Message}", e);
        }
    }

    private GpuGraphs GraphsOf(PackedGraphs graphs)
    {
        if (ReferenceEquals(_graphs?.Graphs, graphs)) return _graphs!;
        ForgetGraphs();
        return _graphs = new(Gpu, graphs);
    }

    private void ForgetGraphs()
    {
        _graphs?.Dispose();
        _graphs = null;
    }
}
