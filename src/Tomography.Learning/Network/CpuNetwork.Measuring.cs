namespace Tomography.Learning;

/// <content>What a network of several tasks measures of their gradients. Nothing here changes a bit of training.</content>
internal sealed unsafe partial class CpuNetwork<T>
{
    private readonly GradientSums? _measured;
    private float[][] _taskGradients = [];
    private double[] _lossesBefore = [];
    private float[] _sharedBefore = [];

    private bool IsMeasuredNow => _measured is not null && _steps % JointMeasures.Interval == 0;

    /// <summary>The gradient of each task's own loss in what is shared, after a forward pass of the batch.</summary>
    private void TaskGradients(ReadOnlySpan<int> crystals)
    {
        if (_taskGradients.Length == 0) _taskGradients = [.. _branches.Select(_ => new float[Layout.SharedSize])];
        Span<double> weights = stackalloc double[_branches.Length];
        for (var j = 0; j < _branches.Length; j++)
        {
            weights.Clear();
            weights[j] = 1;
            Backward(crystals, weights, sharedOnly: true);
            Gradients[..Layout.SharedSize].CopyTo(_taskGradients[j]);
        }
    }

    /// <summary>Adds what the gradients of the tasks say, with a step ahead by each alone; after the backward pass of the batch.</summary>
    private void Measure(ReadOnlySpan<int> crystals, double learningRate)
    {
        _lossesBefore = [.. _branches.Select(b => b.Loss)];
        var norms = _taskGradients.Select(g => Math.Sqrt(GradientSums.Dot(g, g))).ToArray();
        for (var i = 0; i < _branches.Length; i++)
        {
            if (_branches[i].Labelled == 0) continue;
            _measured!.AddNorm(i, norms[i]);
            Lookahead(crystals, _taskGradients[i], (float)learningRate);
            for (var j = 0; j < _branches.Length; j++)
            {
                if (j == i || _branches[j].Labelled == 0) continue;
                var product = GradientSums.Dot(_taskGradients[i], _taskGradients[j]);
                _measured.Add(i, j, norms[i] * norms[j], product, _lossesBefore[j], _branches[j].Loss);
            }
        }

        for (var j = 0; j < _branches.Length; j++) _branches[j].Loss = _lossesBefore[j];
    }

    /// <summary>The losses of the batch after a step of what is shared; the weights are put back.</summary>
    private void Lookahead(ReadOnlySpan<int> crystals, float[] gradient, float learningRate)
    {
        var shared = new Span<float>(_parameters.Pointer, Layout.SharedSize);
        if (_sharedBefore.Length == 0) _sharedBefore = new float[Layout.SharedSize];
        shared.CopyTo(_sharedBefore);
        for (var p = 0; p < gradient.Length; p++) shared[p] -= learningRate * gradient[p];
        Forward(crystals, ForwardPass.Probe);
        Losses(crystals);
        _sharedBefore.CopyTo(shared);
    }
}
