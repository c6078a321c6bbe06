using System.Collections.Immutable;

namespace Tomography.Learning.Cuda;

/// <summary>
/// The models of a cohort in the memory of a card: parameters, running statistics, optimizer, features, targets and weights of crystals.
/// </summary>
internal sealed class CohortModels : IDisposable
{
    private readonly List<IDisposable> _arrays = [];
    private readonly GpuArray<float> _parameters, _running, _first, _second, _markedParameters, _markedRunning;
    private readonly GpuArray<double> _decayed, _lossSums;
    private readonly GpuArray<double> _trunkRates;
    private readonly GpuArray<int> _sizes;
    private readonly ImmutableArray<Head>[] _heads;
    private readonly bool _isAdam;
    private readonly bool[] _isMarked;

    /// <summary>Copies models to a card.</summary>
    /// <exception cref="DeviceMemoryException">The card has no memory for them.</exception>
    public CohortModels(IGpu gpu, ImmutableArray<NetworkInputs> inputs)
    {
        Layouts = [.. inputs.Select(i => i.CreateLayout())];
        Widest = Layouts.MaxBy(l => l.Size)!;
        MostTasks = inputs.Max(i => i.Tasks);
        _isMarked = new bool[inputs.Length];
        _isAdam = inputs[0].Training.Optimizer == OptimizerKind.Adam;
        try
        {
            long size = (long)Widest.Size * inputs.Length;
            _parameters = New<float>(size);
            _running = New<float>((long)Widest.RunningSize * inputs.Length);
            _first = New<float>(size);
            _markedParameters = New<float>(size);
            _markedRunning = New<float>((long)Widest.RunningSize * inputs.Length);
            _second = New<float>(_isAdam ? size : 0);
            _decayed = New<double>(2 * inputs.Length);
            _lossSums = New<double>(inputs.Length);
            _trunkRates = Keep(GpuArray<double>.Of(gpu, [.. inputs.Select(i => i.TrunkRate)]));
            _sizes = Keep(GpuArray<int>.Of(gpu, [.. Layouts.Select(l => l.Size)]));
            var features = Features(gpu, inputs);
            _heads = [.. inputs.Select((input, model) => HeadsOf(gpu, input, model, features[model]))];
        }
        catch
        {
            Dispose();
            throw;
        }

        GpuArray<T> New<T>(long length)
            where T : unmanaged
        {
            var array = Keep(new GpuArray<T>(gpu, length));
            array.Clear();
            return array;
        }
    }

    /// <summary>Where each model's parameters stand.</summary>
    public ImmutableArray<ParameterLayout> Layouts { get; }

    /// <summary>The layout of the model that has most parameters: what lies between one model and the next.</summary>
    public ParameterLayout Widest { get; }

    /// <summary>How many targets a model has at most.</summary>
    public int MostTasks { get; }

    /// <summary>Bytes that a model takes on a card beside what it works in.</summary>
    public static long BytesOf(ParameterLayout layout, int crystals, OptimizerKind optimizer) =>
        4L * ((optimizer == OptimizerKind.Adam ? 4 : 3) * layout.Size + 2 * layout.RunningSize + layout.Branches.Length * crystals);

    /// <summary>The heads of a model, one per target; their place among those that take part is left open.</summary>
    public ImmutableArray<Head> HeadsOf(int model) => _heads[model];

    /// <summary>Tells kernels where the models stand.</summary>
    public void Put(ref Step step)
    {
        (step.Parameters, step.Running, step.First, step.Second) =
            (_parameters.Address, _running.Address, _first.Address, _second.Address);
        (step.Decayed, step.LossSums) = (_decayed.Address, _lossSums.Address);
        (step.TrunkRates, step.Sizes) = (_trunkRates.Address, _sizes.Address);
        (step.ParameterStride, step.RunningStride) = (Widest.Size, Widest.RunningSize);
    }

    /// <summary>The sums of losses, of all models.</summary>
    public double[] LossSums()
    {
        var sums = new double[Layouts.Length];
        _lossSums.Read(0, sums);
        return sums;
    }

    /// <summary>Sets the sums of losses, of all models.</summary>
    public void SetLossSums(ReadOnlySpan<double> sums) => _lossSums.Write(0, sums);

    /// <summary>Reads a model's state.</summary>
    public ModelState Save(int model) => Read(model, _parameters, _running);

    /// <summary>Keeps a copy of a model's state on the card.</summary>
    public void Mark(int model)
    {
        _markedParameters.CopyFrom(_parameters, model * (long)Widest.Size, Layouts[model].Size);
        if (Widest.RunningSize > 0)
            _markedRunning.CopyFrom(_running, model * (long)Widest.RunningSize, Layouts[model].RunningSize);
        _isMarked[model] = true;
    }

    /// <summary>Reads the state that was kept.</summary>
    /// <exception cref="InvalidOperationException">None was.</exception>
    public ModelState Marked(int model) => _isMarked[model]
        ? Read(model, _markedParameters, _markedRunning)
        : throw new InvalidOperationException($"Model {model} was never marked.");

    /// <summary>Writes a model's state.</summary>
    /// <exception cref="ArgumentException">The state belongs to a model of other sizes.</exception>
    public void Load(int model, ModelState state)
    {
        if (state.Parameters.Length != Layouts[model].Size || state.Running.Length != Layouts[model].RunningSize)
            throw new ArgumentException("The state belongs to a model of other sizes.", nameof(state));
        _parameters.Write(model * (long)Widest.Size, state.Parameters);
        _running.Write(model * (long)Widest.RunningSize, state.Running);
    }

    /// <summary>Reads what a model's optimizer remembers.</summary>
    public OptimizerState SaveOptimizer(int model)
    {
        float[] first = new float[Layouts[model].Size], second = new float[_isAdam ? first.Length : 0];
        _first.Read(model * (long)Widest.Size, first);
        _second.Read(model * (long)Widest.Size, second);
        var decayed = new double[2];
        _decayed.Read(2 * model, decayed);
        // SGD counts no steps.
        return _isAdam ? new(first, second, decayed[0], decayed[1]) : new(first, second, 1, 1);
    }

    /// <summary>Writes what a model's optimizer remembers.</summary>
    /// <exception cref="ArgumentException">The state belongs to a model of another size or to another optimizer.</exception>
    public void LoadOptimizer(int model, OptimizerState state)
    {
        if (state.First.Length != Layouts[model].Size || state.Second.Length != (_isAdam ? Layouts[model].Size : 0))
            throw new ArgumentException("The state belongs to a model of another size or to another optimizer.", nameof(state));
        _first.Write(model * (long)Widest.Size, state.First);
        _second.Write(model * (long)Widest.Size, state.Second);
        _decayed.Write(2 * model, [state.FirstDecayed, state.SecondDecayed]);
    }

    /// <summary>The optimizer at its beginning.</summary>
    public void StartOptimizer(int model) => _decayed.Write(2 * model, [1.0, 1.0]);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var array in _arrays) array.Dispose();
        _arrays.Clear();
    }

    private ModelState Read(int model, GpuArray<float> allParameters, GpuArray<float> allRunning)
    {
        float[] parameters = new float[Layouts[model].Size], running = new float[Layouts[model].RunningSize];
        allParameters.Read(model * (long)Widest.Size, parameters);
        allRunning.Read(model * (long)Widest.RunningSize, running);
        return new(parameters, running);
    }

    private ImmutableArray<Head> HeadsOf(IGpu gpu, NetworkInputs inputs, int model, ulong features)
    {
        var layout = Layouts[model];
        var weights = inputs.CrystalWeights is { } all ? Keep(GpuArray<double>.Of(gpu, all)).Address : 0;
        TaskTargets[] tasks = inputs.Joint is { } joint ? [.. joint.Tasks] : [new("", HeadKind.Number, inputs.Targets, 1)];
        return
        [
            .. tasks.Select((task, place) => new Head
            {
                Features = features, Targets = Keep(GpuArray<float>.Of(gpu, task.Values)).Address, CrystalWeights = weights,
                Weight = task.Weight, Model = model, Task = place, Tasks = tasks.Length, FeatureLength = layout.FeatureLength,
                Start = layout.Branches[place].Head.PoolToHidden.Offset, Kind = KindOf(layout.Branches[place].Head, task.Kind),
                IsMasked = Array.Exists(task.Values, float.IsNaN) ? 1 : 0,
            }),
        ];
    }

    // As step.h numbers them.
    private static int KindOf(HeadParameters head, HeadKind kind) =>
        head.Variance is not null ? 2 : kind == HeadKind.TwoClasses ? 1 : 0;

    /// <summary>The numbers of features; models that see the same ones share them.</summary>
    private ulong[] Features(IGpu gpu, ImmutableArray<NetworkInputs> inputs)
    {
        var copied = new Dictionary<string, (float[] Values, ulong Address)>(StringComparer.Ordinal);
        return [.. inputs.Select(i => AddressOf(i.Feature))];

        ulong AddressOf(FeatureVectors feature)
        {
            var name = string.Join('\n', feature.Parts.Select(p => p.Name));
            if (copied.TryGetValue(name, out var known) && known.Values.AsSpan().SequenceEqual(feature.Values)) return known.Address;
            var numbers = FeatureActivation.Of(feature.Values).AsSpan(0, feature.Values.Length);
            var address = Keep(GpuArray<float>.Of(gpu, numbers)).Address;
            copied[name] = (feature.Values, address);
            return address;
        }
    }

    private T Keep<T>(T array)
        where T : IDisposable
    {
        _arrays.Add(array);
        return array;
    }
}
