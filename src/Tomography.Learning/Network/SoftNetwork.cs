namespace Tomography.Learning;

/// <summary>
/// Several targets by soft sharing: a network per task, whose trunks are pulled together by their squared distances. Its state is that of
/// its networks, one behind the other.
/// </summary>
/// <param name="networks">A network per task, of one size.</param>
/// <param name="settings">How strongly they are tied.</param>
internal sealed class SoftNetwork(IReadOnlyList<ITiedNetwork> networks, JointSettings settings) : ICpuNetwork
{
    private readonly GradientSums _measured = new(networks.Count);
    private readonly float[][] _gradients = [.. networks.Select(n => new float[n.Layout.SharedSize])];
    private readonly double[] _pull = new double[networks[0].Layout.SharedSize];
    private long _steps;

    /// <inheritdoc/>
    public ParameterLayout Layout => networks[0].Layout;

    /// <inheritdoc/>
    public int Tasks => networks.Count;

    /// <inheritdoc/>
    public StageClock? Clock
    {
        get => networks[0].Clock;
        set
        {
            foreach (var network in networks) network.Clock = value;
        }
    }

    /// <inheritdoc/>
    public double Train(ReadOnlySpan<int> crystals, double learningRate)
    {
        double loss = 0;
        foreach (var network in networks) loss += network.Differentiate(crystals);
        if (_steps % JointMeasures.Interval == 0) Measure(crystals, learningRate);
        loss += Tie();
        foreach (var network in networks) network.Update(learningRate);
        _steps++;
        return loss;
    }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<int> crystals, Span<double> predictions)
    {
        for (var j = 0; j < networks.Count; j++)
            networks[j].Predict(crystals, predictions.Slice(j * crystals.Length, crystals.Length));
    }

    /// <inheritdoc/>
    public void LogVariances(ReadOnlySpan<int> crystals, Span<double> logVariances) => networks[0].LogVariances(crystals, logVariances);

    /// <inheritdoc/>
    public void Pool(int target, ReadOnlySpan<int> crystals, Span<float> vectors) => networks[target].Pool(0, crystals, vectors);

    /// <inheritdoc/>
    public ModelState Save()
    {
        var states = networks.Select(n => n.Save()).ToArray();
        return new([.. states.SelectMany(s => s.Parameters)], [.. states.SelectMany(s => s.Running)]);
    }

    /// <inheritdoc/>
    public void Load(ModelState state)
    {
        foreach (var (network, part) in networks.Zip(Parts(state, Layout, networks.Count))) network.Load(part);
    }

    /// <inheritdoc/>
    public NetworkState SaveTraining()
    {
        var optimizers = networks.Select(n => n.SaveTraining().Optimizer).ToArray();
        return new(
            Save(),
            optimizers[0] with
            {
                First = [.. optimizers.SelectMany(o => o.First)], Second = [.. optimizers.SelectMany(o => o.Second)],
            })
        {
            Joint = new(_steps, _measured.Save()),
        };
    }

    /// <inheritdoc/>
    public void LoadTraining(NetworkState state)
    {
        var (optimizer, parts) = (state.Optimizer, Parts(state.Model, Layout, networks.Count).ToArray());
        for (var j = 0; j < networks.Count; j++)
        {
            var own = optimizer with { First = Part(optimizer.First, j), Second = Part(optimizer.Second, j) };
            networks[j].LoadTraining(new(parts[j], own));
        }

        _steps = state.Joint?.Steps ?? 0;
        if (state.Joint is { } joint) _measured.Load(joint.Sums);

        float[] Part(float[] all, int place) => all.Length == 0 ? [] : all[(place * Layout.Size)..((place + 1) * Layout.Size)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var network in networks) network.Dispose();
    }

    /// <summary>The states of the networks of a joint state.</summary>
    /// <exception cref="ArgumentException">It belongs to a model of other sizes.</exception>
    public static IEnumerable<ModelState> Parts(ModelState state, ParameterLayout layout, int count)
    {
        if (state.Parameters.Length != count * layout.Size || state.Running.Length != count * layout.RunningSize)
            throw new ArgumentException("The state belongs to a model of other sizes.", nameof(state));
        return Enumerable.Range(0, count).Select(j => new ModelState(
            state.Parameters[(j * layout.Size)..((j + 1) * layout.Size)],
            state.Running[(j * layout.RunningSize)..((j + 1) * layout.RunningSize)]));
    }

    /// <summary>Adds the pull between trunks to their gradients; gives what it adds to the loss.</summary>
    private double Tie()
    {
        double sum = 0;
        for (var i = 0; i < networks.Count; i++)
        {
            Array.Clear(_pull);
            var own = networks[i].Parameters[.._pull.Length];
            for (var j = 0; j < networks.Count; j++)
            {
                if (j == i) continue;
                var other = networks[j].Parameters[.._pull.Length];
                for (var p = 0; p < own.Length; p++)
                {
                    var distance = own[p] - (double)other[p];
                    _pull[p] += distance;
                    if (j > i) sum += distance * distance;
                }
            }

            var gradients = networks[i].Gradients[.._pull.Length];
            for (var p = 0; p < gradients.Length; p++) gradients[p] = (float)(gradients[p] + 2 * settings.Tie * _pull[p]);
        }

        return settings.Tie * sum;
    }

    /// <summary>As a network with one trunk measures: a gradient of one trunk is followed in another, since they are tied.</summary>
    private void Measure(ReadOnlySpan<int> crystals, double learningRate)
    {
        var before = networks.Select(n => n.TaskLoss).ToArray();
        for (var j = 0; j < networks.Count; j++)
            for (var p = 0; p < Layout.SharedSize; p++)
                // The tie is not added yet; of the task's own loss, not the weighed one.
                _gradients[j][p] = networks[j].IsLabelled ? (float)(networks[j].Gradients[p] / networks[j].TaskWeight) : 0;
        var norms = _gradients.Select(g => Math.Sqrt(GradientSums.Dot(g, g))).ToArray();
        for (var i = 0; i < networks.Count; i++)
        {
            if (!networks[i].IsLabelled) continue;
            _measured.AddNorm(i, norms[i]);
            for (var j = 0; j < networks.Count; j++)
            {
                if (j == i || !networks[j].IsLabelled || !(norms[i] * norms[j] > 0) || !(before[j] > 0)) continue;
                var affinity = 1 - networks[j].LossAhead(crystals, _gradients[i], (float)learningRate) / before[j];
                var cosine = GradientSums.Dot(_gradients[i], _gradients[j]) / (norms[i] * norms[j]);
                if (double.IsFinite(affinity) && double.IsFinite(cosine)) _measured.Add(i, j, cosine, affinity);
            }
        }
    }
}
