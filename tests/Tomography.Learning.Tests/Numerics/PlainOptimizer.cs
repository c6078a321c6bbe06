namespace Tomography.Learning.Tests.Numerics;

/// <summary>SGD and Adam as docs/numerics.md states them: each parameter by itself.</summary>
internal sealed class PlainOptimizer(TrainingSettings settings, int size)
{
    private readonly float[] _first = new float[size], _second = new float[size];
    private double _firstDecayed = 1, _secondDecayed = 1;

    public void Step(float[] parameters, float[] gradients, double rate)
    {
        _firstDecayed *= 0.9;
        _secondDecayed *= 0.999;
        for (var i = 0; i < size; i++)
            parameters[i] -= settings.Optimizer == OptimizerKind.Adam
                ? Adam(i, parameters[i], gradients[i], rate)
                : Sgd(i, parameters[i], gradients[i], rate);
    }

    // All in float32.
    private float Sgd(int i, float parameter, float gradient, double rate)
    {
        float decayed = (float)settings.WeightDecay * parameter, total = gradient + decayed, kept = (float)settings.Momentum * _first[i];
        _first[i] = kept + total;
        return (float)rate * _first[i];
    }

    // In float64, kept in float32.
    private float Adam(int i, float parameter, float gradient, double rate)
    {
        var total = gradient + settings.WeightDecay * parameter;
        _first[i] = (float)(0.9 * _first[i] + (1 - 0.9) * total);
        _second[i] = (float)(0.999 * _second[i] + (1 - 0.999) * total * total);
        var denominator = Math.Sqrt(_second[i]) / Math.Sqrt(1 - _secondDecayed) + 1e-8;
        return (float)(rate / (1 - _firstDecayed) * _first[i] / denominator);
    }
}
