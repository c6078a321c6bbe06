namespace Tomography.Learning.Tests;

/// <summary>
/// The optimizers in float64, written down as they are published: SGD with momentum, and Adam (Kingma and Ba, 2015, algorithm 1).
/// Weight decay is added to the gradient first, as in PyTorch.
/// </summary>
internal sealed class ReferenceOptimizer(TrainingSettings settings)
{
    private const double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;

    private readonly Dictionary<string, double[]> _first = new(StringComparer.Ordinal), _second = new(StringComparer.Ordinal);
    private int _steps;

    /// <summary>The gradient of one parameter with its weight decay.</summary>
    public double Gradient(double parameter, double gradient) => gradient + settings.WeightDecay * parameter;

    /// <summary>One step.</summary>
    public void Step(TorchParameters parameters, TorchParameters gradients, double rate)
    {
        _steps++;
        foreach (var (name, gradient) in gradients)
        {
            var (w, m, v) = (parameters[name], Memory(_first), Memory(_second));
            for (var i = 0; i < w.Length; i++)
            {
                var g = Gradient(w[i], gradient[i]);
                if (settings.Optimizer == OptimizerKind.Sgd)
                {
                    m[i] = settings.Momentum * m[i] + g;
                    w[i] -= rate * m[i];
                    continue;
                }

                m[i] = Beta1 * m[i] + (1 - Beta1) * g;
                v[i] = Beta2 * v[i] + (1 - Beta2) * g * g;
                var mean = m[i] / (1 - Math.Pow(Beta1, _steps));
                var square = v[i] / (1 - Math.Pow(Beta2, _steps));
                w[i] -= rate * mean / (Math.Sqrt(square) + Epsilon);
            }

            double[] Memory(Dictionary<string, double[]> of) =>
                of.TryGetValue(name, out var known) ? known : of[name] = new double[gradient.Length];
        }
    }
}
