namespace Tomography.Learning;

/// <summary>Moves parameters along their gradients and keeps what it must remember between steps.</summary>
/// <param name="settings">The recipe.</param>
/// <param name="size">How many parameters there are.</param>
/// <param name="trunk">How many of the first of them follow at a rate of their own.</param>
/// <param name="trunkRate">What their learning rate is multiplied by; at 0 they stay as they are.</param>
internal sealed class Optimizer(TrainingSettings settings, int size, int trunk = 0, double trunkRate = 1)
{
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;
    private const double Epsilon = 1e-8;

    private readonly float[] _first = new float[size];
    private readonly float[] _second = settings.Optimizer == OptimizerKind.Adam ? new float[size] : [];
    private double _firstDecayed = 1, _secondDecayed = 1;

    /// <summary>One step. Gradients gain weight decay times the parameter first, as in PyTorch.</summary>
    public void Update(Span<float> parameters, ReadOnlySpan<float> gradients, double learningRate)
    {
        if (settings.Optimizer == OptimizerKind.Adam)
        {
            // Powers by multiplication: the C library's power function would differ from machine to machine.
            _firstDecayed *= FirstDecay;
            _secondDecayed *= SecondDecay;
        }

        if (trunkRate > 0) Move(parameters, gradients, 0, trunk, learningRate * trunkRate);
        Move(parameters, gradients, trunk, parameters.Length, learningRate);
    }

    /// <summary>A copy of what is remembered.</summary>
    public OptimizerState Save() => new([.. _first], [.. _second], _firstDecayed, _secondDecayed);

    /// <summary>Goes back to what was remembered.</summary>
    /// <exception cref="ArgumentException">The state belongs to a model of another size or to another optimizer.</exception>
    public void Load(OptimizerState state)
    {
        if (state.First.Length != _first.Length || state.Second.Length != _second.Length)
            throw new ArgumentException("The state belongs to a model of another size or to another optimizer.", nameof(state));
        state.First.CopyTo(_first, 0);
        state.Second.CopyTo(_second, 0);
        (_firstDecayed, _secondDecayed) = (state.FirstDecayed, state.SecondDecayed);
    }

    private void Move(Span<float> parameters, ReadOnlySpan<float> gradients, int from, int to, double learningRate)
    {
        if (from == to) return;
        if (settings.Optimizer == OptimizerKind.Adam) Adam(parameters, gradients, from, to, learningRate);
        else Sgd(parameters[from..to], gradients[from..to], _first.AsSpan(from, to - from), (float)learningRate);
    }

    private void Sgd(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocity, float rate)
    {
        float momentum = (float)settings.Momentum, decay = (float)settings.WeightDecay;
        velocity = velocity[..parameters.Length];
        gradients = gradients[..parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            velocity[i] = momentum * velocity[i] + (gradients[i] + decay * parameters[i]);
            parameters[i] -= rate * velocity[i];
        }
    }

    private void Adam(Span<float> parameters, ReadOnlySpan<float> gradients, int from, int to, double rate)
    {
        var firstCorrection = 1 - _firstDecayed;
        var secondCorrection = Math.Sqrt(1 - _secondDecayed);
        for (var i = from; i < to; i++)
        {
            var gradient = gradients[i] + settings.WeightDecay * parameters[i];
            _first[i] = (float)(FirstDecay * _first[i] + (1 - FirstDecay) * gradient);
            _second[i] = (float)(SecondDecay * _second[i] + (1 - SecondDecay) * gradient * gradient);
            var denominator = Math.Sqrt(_second[i]) / secondCorrection + Epsilon;
            parameters[i] -= (float)(rate / firstCorrection * _first[i] / denominator);
        }
    }
}
