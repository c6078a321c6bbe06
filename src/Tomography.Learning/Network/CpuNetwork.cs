using Tomography.Learning.Kernels;

namespace Tomography.Learning;

/// <summary>
/// CGCNN on one CPU core, in float32 with float64 sums where sums are long. Steps allocate nothing once the largest batch has been seen.
/// </summary>
/// <typeparam name="T">The vector registers to use.</typeparam>
internal sealed unsafe partial class CpuNetwork<T> : ITiedNetwork
    where T : struct, ILanes<T>
{
    private const float NormEpsilon = 1e-5f;
    private const double RunningMomentum = 0.1;

    private readonly NetworkInputs _inputs;
    private readonly float[] _running;
    private readonly float[] _featureActivations;
    private readonly Optimizer _optimizer;
    private readonly BatchTopology _batch = new();
    private readonly ConvolutionUnit[] _shared;
    private readonly BranchUnit[] _branches;
    private readonly PoolUnit? _pool;
    private readonly double[] _weights;
    private readonly FloatBuffer _parameters = new(),
        _gradients = new(),
        _elements = new();
    private readonly FloatBuffer _speciesVectors = new(),
        _nodes = new(),
        _expansion = new();
    private readonly FloatBuffer _features = new();
    private readonly FloatBuffer _scratch = new(),
        _partial = new(),
        _transposed = new();
    private readonly FloatBuffer _nodeGradient = new(),
        _nodeGradientNext = new(),
        _sumGradient = new(),
        _atomGradient = new(),
        _terms = new();
    private readonly FloatBuffer _speciesGradient = new(),
        _hiddenGradient = new(),
        _hiddenGradientNext = new(),
        _joinedGradient = new(),
        _packedGradient = new(),
        _speciesTermGradient = new();
    private readonly double[] _sums;
    private readonly double[] _speciesSums;
    private int[] _identity = [];
    private long _steps;

    public CpuNetwork(NetworkInputs inputs, ModelState initial)
    {
        _inputs = inputs;
        Layout = inputs.CreateLayout();
        RequireSizes(initial);
        initial.Parameters.CopyTo(new Span<float>(_parameters.Ensure(Layout.Size), Layout.Size));
        _gradients.Ensure(Layout.Size);
        _running = [.. initial.Running];
        _optimizer = new(inputs.Training, Layout.Size, inputs.TrunkRate == 1 ? 0 : Layout.SharedSize, inputs.TrunkRate);
        _shared = ConvolutionUnit.Chain(Layout.Convolutions, null);
        _pool = Layout.Convolutions.Length == inputs.Model.Convolutions ? new() : null;
        var tasks = inputs.Joint?.Tasks ?? [new("", HeadKind.Number, inputs.Targets, 1)];
        var trunk = _shared.LastOrDefault();
        _branches = [.. Layout.Branches.Zip(tasks, (b, t) => new BranchUnit(b, t, inputs.Model.HiddenLayers, trunk, _pool))];
        _weights = [.. tasks.Select(t => t.Weight)];
        _measured = tasks.Length > 1 ? new(tasks.Length) : null;
        _featureActivations = FeatureActivation.Of(inputs.Feature.Values);
        var elements = new Span<float>(_elements.Ensure(inputs.Graphs.SpeciesFeatures.Length), inputs.Graphs.SpeciesFeatures.Length);
        inputs.Graphs.SpeciesFeatures.Span.CopyTo(elements);
        int s = Layout.Stride,
            h = Layout.HiddenStride;
        var largest = new[]
        {
            4 * s * inputs.Model.AtomFeatures,
            2 * s * Layout.Gaussians,
            s * Layout.ElementFeatures,
            h * inputs.Model.AtomFeatures,
            h * inputs.Model.Hidden,
            h * inputs.Feature.Length,
            8 * s,
            2 * h,
            Low * Math.Max(h, inputs.Model.AtomFeatures),
        }.Max();
        _sums = new double[largest];
        _partial.Ensure(largest);
        _scratch.Ensure(Math.Max(16 * s, h));
        _transposed.Ensure(Math.Max(4 * s * s, Math.Max(h, Low) * Math.Max(s, h)));
        _speciesSums = new double[inputs.Graphs.SpeciesCount * 4 * s];
    }

    /// <inheritdoc/>
    public ParameterLayout Layout { get; }

    /// <summary>Takes the time of each stage of training where it is set.</summary>
    public StageClock? Clock { get; set; }

    private bool IsTrunkFrozen => _inputs.TrunkRate == 0;

    /// <summary>The gradients of the last step.</summary>
    internal ReadOnlySpan<float> Gradients => new(_gradients.Pointer, Layout.Size);

    /// <inheritdoc/>
    public double Train(ReadOnlySpan<int> crystals, double learningRate)
    {
        Clock?.Start();
        var isMeasured = IsMeasuredNow;
        var loss = ForwardBackward(crystals, isMeasured);
        if (isMeasured) Measure(crystals, learningRate);
        _optimizer.Update(new Span<float>(_parameters.Pointer, Layout.Size), Gradients, learningRate);
        _steps++;
        Clock?.Lap(NetworkStage.Update);
        return loss;
    }

    /// <summary>Forward in training mode, loss and gradients, without the update.</summary>
    internal double ForwardBackward(ReadOnlySpan<int> crystals, out ReadOnlySpan<double> predictions)
    {
        var loss = ForwardBackward(crystals, isMeasured: false);
        predictions = _branches[0].Predictions.AsSpan(0, crystals.Length);
        return loss;
    }

    private double ForwardBackward(ReadOnlySpan<int> crystals, bool isMeasured)
    {
        Forward(crystals, IsTrunkFrozen ? ForwardPass.Predict : ForwardPass.Train);
        Losses(crystals);
        if (isMeasured || Projects) TaskGradients(crystals);
        var loss = Weigh();
        Backward(crystals, _weights);
        if (Projects) ProjectConflicts();
        WeighBackward();
        return loss + Disentangle();
    }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<int> crystals, Span<double> predictions)
    {
        for (var start = 0; start < crystals.Length; start += _inputs.Training.BatchSize)
        {
            var part = crystals.Slice(start, Math.Min(_inputs.Training.BatchSize, crystals.Length - start));
            Forward(part, ForwardPass.Predict);
            for (var j = 0; j < _branches.Length; j++)
                _branches[j].Predictions.AsSpan(0, part.Length).CopyTo(predictions[(j * crystals.Length + start)..]);
        }
    }

    /// <inheritdoc/>
    public void LogVariances(ReadOnlySpan<int> crystals, Span<double> logVariances)
    {
        if (_branches[0].Head.Variance is null) throw new InvalidOperationException("The model predicts no variance.");
        for (var start = 0; start < crystals.Length; start += _inputs.Training.BatchSize)
        {
            var part = crystals.Slice(start, Math.Min(_inputs.Training.BatchSize, crystals.Length - start));
            Forward(part, ForwardPass.Predict);
            _branches[0].LogVariances.AsSpan(0, part.Length).CopyTo(logVariances[start..]);
        }
    }

    /// <inheritdoc/>
    public void Pool(int target, ReadOnlySpan<int> crystals, Span<float> vectors)
    {
        int width = _inputs.Model.AtomFeatures, stride = Layout.Stride;
        for (var start = 0; start < crystals.Length; start += _inputs.Training.BatchSize)
        {
            var part = crystals.Slice(start, Math.Min(_inputs.Training.BatchSize, crystals.Length - start));
            Forward(part, ForwardPass.Predict);
            var pooled = _branches[target].Pool.Pooled.Pointer;
            for (var c = 0; c < part.Length; c++)
                new ReadOnlySpan<float>(pooled + (long)c * stride, width).CopyTo(vectors[((start + c) * width)..]);
        }
    }

    /// <inheritdoc/>
    public ModelState Save() => new(new Span<float>(_parameters.Pointer, Layout.Size).ToArray(), [.. _running]);

    /// <inheritdoc/>
    public void Load(ModelState state)
    {
        RequireSizes(state);
        state.Parameters.CopyTo(new Span<float>(_parameters.Pointer, Layout.Size));
        state.Running.CopyTo(_running, 0);
    }

    /// <inheritdoc/>
    public NetworkState SaveTraining() =>
        new(Save(), _optimizer.Save()) { Joint = _inputs.Joint is null ? null : new(_steps, _measured?.Save() ?? []) };

    /// <inheritdoc/>
    public void LoadTraining(NetworkState state)
    {
        Load(state.Model);
        _optimizer.Load(state.Optimizer);
        _steps = state.Joint?.Steps ?? 0;
        if (state.Joint is { } joint) _measured?.Load(joint.Sums);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var unit in _shared) unit.Dispose();
        foreach (var branch in _branches) branch.Dispose();
        _pool?.Dispose();
        FloatBuffer[] buffers =
        [
            _parameters,
            _gradients,
            _elements,
            _speciesVectors,
            _nodes,
            _expansion,
            _features,
            _lowGradient,
            _sharedHiddenGradient,
            _scratch,
            _partial,
            _transposed,
            _nodeGradient,
            _nodeGradientNext,
            _sumGradient,
            _atomGradient,
            _terms,
            _speciesGradient,
            _hiddenGradient,
            _hiddenGradientNext,
            _joinedGradient,
            _packedGradient,
            _speciesTermGradient,
        ];
        foreach (var buffer in buffers) buffer.Dispose();
    }

    private void RequireSizes(ModelState state)
    {
        if (state.Parameters.Length != Layout.Size || state.Running.Length != Layout.RunningSize)
            throw new ArgumentException("The state belongs to a model of other sizes.", nameof(state));
    }

    private float* Parameter(ParameterBlock block) => _parameters.Pointer + block.Offset;

    private float* Gradient(ParameterBlock block) => _gradients.Pointer + block.Offset;

    private static void Transpose(float* source, int rows, int columns, int sourceStride, float* target, int targetStride)
    {
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
                target[c * targetStride + r] = source[r * sourceStride + c];
    }
}
