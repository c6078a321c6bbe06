namespace Tomography.Learning;

/// <content>What a network shows that is one of several of a soft sharing.</content>
internal sealed unsafe partial class CpuNetwork<T>
{
    Span<float> ITiedNetwork.Parameters => new(_parameters.Pointer, Layout.Size);

    Span<float> ITiedNetwork.Gradients => new(_gradients.Pointer, Layout.Size);

    /// <inheritdoc/>
    public double TaskLoss => _branches[0].Loss;

    /// <inheritdoc/>
    public double TaskWeight => _weights[0];

    /// <inheritdoc/>
    public bool IsLabelled => _branches[0].Labelled > 0;

    /// <inheritdoc/>
    public double Differentiate(ReadOnlySpan<int> crystals) => ForwardBackward(crystals, isMeasured: false);

    /// <inheritdoc/>
    public void Update(double learningRate)
    {
        _optimizer.Update(new Span<float>(_parameters.Pointer, Layout.Size), Gradients, learningRate);
        _steps++;
    }

    /// <inheritdoc/>
    public double LossAhead(ReadOnlySpan<int> crystals, float[] gradient, float learningRate)
    {
        Lookahead(crystals, gradient, learningRate);
        return _branches[0].Loss;
    }
}
