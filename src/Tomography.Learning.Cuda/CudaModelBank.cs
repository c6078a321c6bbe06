using System.Collections.Immutable;

namespace Tomography.Learning.Cuda;

/// <summary>
/// Models side by side on one card. Kernels of whole steps are launched one behind the other; nothing comes back before some dozens of
/// steps are done, when it is asked whether to pause.
/// </summary>
internal sealed class CudaModelBank : IModelBank
{
    /// <summary>Steps that are launched before the card is waited for, and what they may come to: a second or so of work.</summary>
    private const int MostSteps = 32;

    private const long MostModelCrystals = 1 << 20, MostIndices = 1 << 23;

    private readonly IGpu _gpu;
    private readonly GpuGraphs _graphs;
    private readonly ImmutableArray<NetworkInputs> _all;
    private readonly NetworkInputs _inputs;
    private readonly CohortModels _models;
    private readonly StepLaunches _launches;
    private readonly BatchLists _lists;
    private readonly Participants _participants;
    private readonly JointTraining _joint;
    private readonly GpuList<int> _indices;
    private readonly GpuList<Batch> _batches;
    private readonly GpuList<double> _predictions, _logVariances;
    private readonly GpuList<float> _vectors;
    private GpuArray<float>? _work;
    private WorkLayout _layout;
    private int _workModels;

    /// <summary>Puts models on a card.</summary>
    /// <param name="gpu">The card.</param>
    /// <param name="graphs">The graphs of all models, on the card already; whoever put them there takes them away.</param>
    /// <param name="inputs">What each model is made for.</param>
    /// <param name="initial">The state of each.</param>
    /// <exception cref="DeviceMemoryException">The card has no memory for so many.</exception>
    public CudaModelBank(
        IGpu gpu, GpuGraphs graphs, ImmutableArray<NetworkInputs> inputs, ImmutableArray<ModelState> initial)
    {
        (_gpu, _graphs, _all, _inputs) = (gpu, graphs, inputs, inputs[0]);
        (_indices, _batches, _predictions, _logVariances, _vectors) = (new(gpu), new(gpu), new(gpu), new(gpu), new(gpu));
        _models = new(gpu, inputs);
        (_participants, _joint) = (new(gpu, _models), new(gpu, inputs));
        try
        {
            for (var model = 0; model < initial.Length; model++)
            {
                _models.Load(model, initial[model]);
                _models.StartOptimizer(model);
            }

            _launches = new(_models.Widest, graphs.Graphs.SpeciesCount);
            _lists = new(graphs.Graphs);
            _layout = LayoutOf(BatchRoom.Likely(graphs.Sizes, _inputs.Training.BatchSize));
            Reserve(default, inputs.Length);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Bytes that each model takes on a card.</summary>
    /// <param name="sizes">How large the crystals are.</param>
    /// <param name="graphs">The graphs.</param>
    /// <param name="layout">The model that has most parameters.</param>
    /// <param name="training">The recipe.</param>
    /// <param name="tasks">Targets of a model, at most.</param>
    public static long BytesPerModel(
        GraphSizes sizes, PackedGraphs graphs, ParameterLayout layout, TrainingSettings training, int tasks) =>
        4 * new WorkLayout(layout, graphs.SpeciesCount, BatchRoom.Likely(sizes, training.BatchSize), tasks).Stride
            + CohortModels.BytesOf(layout, graphs.Count, training.Optimizer);

    /// <summary>The gradients of the last step of a model that took part; of a frozen trunk they are nothing.</summary>
    internal float[] Gradients(int model)
    {
        var gradients = new float[_models.Layouts[model].Size];
        _work!.Read(_participants.PlaceOf(model) * _layout.Stride + _layout.Offsets.Gradients, gradients);
        return gradients;
    }

    /// <inheritdoc/>
    public int Train(BatchStream stream, ReadOnlySpan<int> models, Span<double> lossSums, Func<bool> pause)
    {
        var all = _models.LossSums();
        for (var i = 0; i < models.Length; i++) all[models[i]] = lossSums[i];
        _models.SetLossSums(all);
        _participants.Choose(models, stream.OrderOf.AsSpan(), KindOf);
        var position = stream.Position;
        var count = models.Length;
        var rooms = Next(stream, position, count);
        while (rooms.Count > 0)
        {
            Reserve(_lists.Largest, count);
            var step = Upload(stream.LearningRate);
            _joint.Begin(_participants, rooms.Count);
            for (var number = 0; number < _participants.Groups.Count; number++) Train(number, rooms, stream.Orders.Length, step);

            var steps = rooms.Count;
            position = Math.Min(stream.Length, position + steps * stream.BatchSize);
            // While the card works, the lists of the steps that come next are made.
            rooms = Next(stream, position, count);
            _gpu.Synchronize();
            _joint.End(_participants, steps);
            if (pause()) break;
            // Models that measure at other steps part.
            if (_participants.Groups.Any(g => g.Kind.IsJoint)) _participants.Choose(models, stream.OrderOf.AsSpan(), KindOf);
        }

        all = _models.LossSums();
        for (var i = 0; i < models.Length; i++) lossSums[i] = all[models[i]];
        return position;
    }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<int> models, ReadOnlySpan<int> crystals, Span<double> predictions)
    {
        if (crystals.IsEmpty) return;
        _participants.Choose(models, new int[models.Length], kindOf: null);
        var rows = _participants.Groups.Sum(g => g.Heads.Length);
        _predictions.Reserve((long)rows * crystals.Length);
        Evaluate(crystals);
        _predictions.Read(predictions[..(rows * crystals.Length)]);
    }

    /// <inheritdoc/>
    public void LogVariances(int model, ReadOnlySpan<int> crystals, Span<double> logVariances)
    {
        if (_models.Layouts[model].Branches[0].Head.Variance is null)
            throw new InvalidOperationException("The model predicts no variance.");
        if (crystals.IsEmpty) return;
        _participants.Choose([model], [0], kindOf: null);
        _predictions.Reserve(crystals.Length);
        _logVariances.Reserve(crystals.Length);
        Evaluate(crystals, logVariances: _logVariances.Address);
        _logVariances.Read(logVariances[..crystals.Length]);
    }

    /// <inheritdoc/>
    public void Pool(int model, int target, ReadOnlySpan<int> crystals, Span<float> vectors)
    {
        if (crystals.IsEmpty) return;
        _participants.Choose([model], [0], kindOf: null);
        _predictions.Reserve((long)_participants.Groups.Sum(g => g.Heads.Length) * crystals.Length);
        _vectors.Reserve((long)crystals.Length * _inputs.Model.AtomFeatures);
        Evaluate(crystals, vectors: _vectors.Address);
        _vectors.Read(vectors[..(crystals.Length * _inputs.Model.AtomFeatures)]);
    }

    /// <inheritdoc/>
    public ModelState Save(int model) => _models.Save(model);

    /// <inheritdoc/>
    public void Mark(int model) => _models.Mark(model);

    /// <inheritdoc/>
    public ModelState Marked(int model) => _models.Marked(model);

    /// <inheritdoc/>
    public void Load(int model, ModelState state) => _models.Load(model, state);

    /// <inheritdoc/>
    public NetworkState SaveTraining(int model) =>
        new(_models.Save(model), _models.SaveOptimizer(model)) { Joint = _joint.Save(model) };

    /// <inheritdoc/>
    public void LoadTraining(int model, NetworkState state)
    {
        _models.Load(model, state.Model);
        _models.LoadOptimizer(model, state.Optimizer);
        _joint.Load(model, state.Joint);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        IDisposable?[] all = [_participants, _joint, _indices, _batches, _predictions, _logVariances, _vectors, _work, _models];
        foreach (var list in all) list?.Dispose();
    }

    /// <summary>Trains a group of models over the next steps.</summary>
    private void Train(int number, List<BatchRoom> rooms, int orders, Step step)
    {
        var group = _participants.Groups[number];
        _participants.Put(group, number, ref step);
        // A frozen trunk stays as it is, and so do its norms.
        if (group.Kind.IsFrozen) Launch(_launches.StoredNorms, group, step);
        for (var i = 0; i < rooms.Count; i++)
        {
            step.Batches = BatchAddress(i * orders);
            _joint.Put(group, i, ref step);
            Launch(_launches.Training(rooms[i], group, JointTraining.IsMeasured(group, i)), group, step);
        }
    }

    /// <summary>Runs models forward, in batches for which there is room.</summary>
    private void Evaluate(ReadOnlySpan<int> crystals, ulong logVariances = 0, ulong vectors = 0)
    {
        var starts = new List<int>();
        _lists.Clear();
        for (var start = 0; start < crystals.Length;)
        {
            starts.Add(start);
            var end = Math.Min(crystals.Length, start + _layout.Room.Crystals);
            // A crystal that is larger than all room goes alone, and room is made for it.
            while (end > start + 1 && !_layout.Room.Holds(_lists.RoomOf(crystals[start..end]))) end = start + (end - start) / 2;
            _lists.Add(crystals[start..end]);
            start = end;
        }

        Reserve(_lists.Largest, _participants.Count);
        var step = Upload(0);
        var all = _participants.Groups[0];
        _participants.Put(all, 0, ref step);
        (step.Predictions, step.LogVariances, step.Vectors) = (_predictions.Address, logVariances, vectors);
        step.PredictionStride = crystals.Length;
        Launch(_launches.StoredNorms, all, step);
        for (var i = 0; i < starts.Count; i++)
        {
            (step.Batches, step.PredictionStart) = (BatchAddress(i), starts[i]);
            Launch(_launches.Prediction(_lists.Largest), all, step);
        }

        _gpu.Synchronize();
    }

    /// <summary>Makes the lists of the next steps; what a batch of each needs at most.</summary>
    private List<BatchRoom> Next(BatchStream stream, int position, int models)
    {
        var rooms = new List<BatchRoom>();
        _lists.Clear();
        long work = 0;
        for (var at = position; at < stream.Length && rooms.Count < MostSteps; at += stream.BatchSize)
        {
            var room = default(BatchRoom);
            foreach (var order in stream.Orders)
                room = room.Or(_lists.Add(order.Span.Slice(at, Math.Min(stream.BatchSize, stream.Length - at))));
            rooms.Add(room);
            work += (long)models * room.Crystals;
            if (work >= MostModelCrystals || _lists.Indices.Length >= MostIndices) break;
        }

        return rooms;
    }

    private void Launch(IEnumerable<KernelLaunch> launches, ModelGroup group, Step step)
    {
        foreach (var launch in launches) _gpu.Launch(launch with { Y = launch.IsOfHeads ? group.Heads.Length : group.Count }, step);
    }

    private ModelKind KindOf(int model) => new(_all[model].TrunkRate == 0, _all[model].Tasks > 1, _joint.PhaseOf(model));

    private WorkLayout LayoutOf(BatchRoom room) => new(_models.Widest, _graphs.Graphs.SpeciesCount, room, _models.MostTasks);

    /// <summary>Makes room to work in for so many models and the largest batch.</summary>
    private void Reserve(BatchRoom room, int models)
    {
        if (!_layout.Room.Holds(room))
        {
            _layout = LayoutOf(_layout.Room.Or(room));
            _workModels = 0;
        }

        if (models <= _workModels) return;
        _work?.Dispose();
        (_work, _workModels) = (null, 0);
        _work = new(_gpu, models * _layout.Stride);
        _workModels = models;
    }

    private ulong BatchAddress(int batch) => _batches.Address + (ulong)(batch * System.Runtime.CompilerServices.Unsafe.SizeOf<Batch>());

    private Step Upload(double learningRate)
    {
        _indices.Write(_lists.Indices);
        _batches.Write(_lists.At(_indices.Address));
        var (widest, training, graphs) = (_models.Widest, _inputs.Training, _graphs.Graphs);
        var step = new Step
        {
            Work = _work!.Address, WorkStride = _layout.Stride,
            Offsets = _layout.Offsets, NodeRoom = _layout.Room.Nodes, CrystalRoom = _layout.Room.Crystals,
            DistanceRoom = _layout.Room.Distances,
            Stride = widest.Stride, HiddenStride = widest.HiddenStride, Atom = widest.Model.AtomFeatures, HiddenWidth = widest.Model.Hidden,
            ElementFeatures = widest.ElementFeatures, Gaussians = widest.Gaussians,
            Window = Math.Min(BondExpansion<Lanes8>.Window, widest.Gaussians), SpeciesCount = graphs.SpeciesCount,
            Convolutions = widest.Convolutions.Length, HiddenLayers = widest.Model.HiddenLayers,
            Embedding = widest.Embedding.Offset, EmbeddingBias = widest.EmbeddingBias.Offset,
            Convolution = widest.Convolutions.IsEmpty ? 0 : widest.Convolutions[0].OwnFilter.Offset,
            ConvolutionSize = widest.Convolutions.IsEmpty
                ? 0
                : widest.Convolutions[0].SumShift.Offset + widest.Stride - widest.Convolutions[0].OwnFilter.Offset,
            SharedSize = widest.SharedSize, PooledWidth = widest.Model.AtomFeatures,
            IsAdam = training.Optimizer == OptimizerKind.Adam ? 1 : 0,
            Momentum = (float)training.Momentum, Decay = (float)training.WeightDecay,
            LearningRate = learningRate, WeightDecay = training.WeightDecay,
        };
        _graphs.Put(ref step);
        _models.Put(ref step);
        return step;
    }
}
