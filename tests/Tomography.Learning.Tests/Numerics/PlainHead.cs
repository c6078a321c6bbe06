using static Tomography.Learning.Tests.Numerics.PlainFunctions;
using static Tomography.Learning.Tests.Numerics.PlainSums;

namespace Tomography.Learning.Tests.Numerics;

/// <summary>From pooled vectors and features to predictions and back, as docs/numerics.md states it.</summary>
internal sealed class PlainHead(PlainParameters parameters)
{
    private readonly ParameterLayout _layout = parameters.Layout;
    private readonly List<float[][]> _inputs = [], _slopes = [];
    private float[][] _pooledSlope = [], _features = [], _last = [];
    private double[] _predictions = [];

    public double[] Forward(float[][] pooled, float[][] features)
    {
        int hidden = _layout.Model.Hidden;
        (_pooledSlope, _features) = (Map(pooled, x => Softplus(x).Slope), Map(features, x => Softplus(x).Value));
        var activation = Map(pooled, x => Softplus(x).Value);
        var bias = parameters.Vector(_layout.PoolToHiddenBias);
        var sums = Product(activation, parameters.Matrix(_layout.PoolToHidden), hidden, (_, c) => bias[c]);
        foreach (var (block, start) in _layout.Features.Zip(Starts()))
        {
            var soFar = sums;
            float[][] feature = [.. _features.Select(f => f[start..(start + block.Rows)])];
            sums = Product(feature, parameters.Matrix(block), hidden, (r, c) => soFar[r][c]);
        }

        Push(activation, sums);
        foreach (var (weight, shift) in _layout.Hidden)
        {
            var start = parameters.Vector(shift);
            Push(_last, Product(_last, parameters.Matrix(weight), hidden, (_, c) => start[c]));
        }

        var output = parameters.Vector(_layout.Output);
        double outputBias = parameters.Vector(_layout.OutputBias)[0];
        _predictions = [.. _last.Select(row => row.Select((x, i) => (double)x * output[i]).Aggregate(outputBias, Add))];
        return _predictions;
    }

    /// <summary>The gradient of the pooled vectors.</summary>
    public float[][] Backward(float[] targets)
    {
        int hidden = _layout.Model.Hidden, count = targets.Length, atom = _layout.Model.AtomFeatures;
        var output = parameters.Vector(_layout.Output);
        var errors = _predictions.Select((p, c) => 2 * (p - targets[c]) / count).ToArray();
        var ofOutput = new double[hidden];
        for (var c = 0; c < count; c++)
            for (var i = 0; i < hidden; i++)
                ofOutput[i] += errors[c] * _last[c][i];
        parameters.SetGradient(Rounded(ofOutput), _layout.Output);
        parameters.SetGradient([(float)errors.Aggregate(0.0, Add)], _layout.OutputBias);
        float[][] gradient = [.. errors.Select(e => output.Select(w => (float)e * w).ToArray())];
        for (var l = _layout.Hidden.Length; l >= 1; l--)
        {
            var (weight, bias) = _layout.Hidden[l - 1];
            gradient = Times(gradient, _slopes[l]);
            parameters.SetGradient(WeightGradient(_inputs[l], gradient, hidden, hidden), weight);
            parameters.SetGradient(Rounded(Columns(gradient, hidden)), bias);
            gradient = Product(gradient, Transposed(parameters.Matrix(weight), hidden), hidden, (_, _) => 0);
        }

        gradient = Times(gradient, _slopes[0]);
        parameters.SetGradient(WeightGradient(_inputs[0], gradient, atom, hidden), _layout.PoolToHidden);
        foreach (var (block, start) in _layout.Features.Zip(Starts()))
            parameters.SetGradient(WeightGradient([.. _features.Select(f => f[start..])], gradient, block.Rows, hidden), block);
        parameters.SetGradient(Rounded(Columns(gradient, hidden)), _layout.PoolToHiddenBias);
        return Times(Product(gradient, Transposed(parameters.Matrix(_layout.PoolToHidden), hidden), atom, (_, _) => 0), _pooledSlope);
    }

    private void Push(float[][] input, float[][] sums)
    {
        _inputs.Add(input);
        _slopes.Add(Map(sums, x => Softplus(x).Slope));
        _last = Map(sums, x => Softplus(x).Value);
    }

    private static double Add(double sum, double term) => sum + term;

    private IEnumerable<int> Starts() => _layout.Features.Select((_, i) => _layout.Features.Take(i).Sum(b => b.Rows));

    private static float[][] Times(float[][] a, float[][] b) => [.. a.Select((row, r) => row.Select((x, c) => x * b[r][c]).ToArray())];
}
