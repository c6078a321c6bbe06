namespace Tomography.Learning;

/// <summary>A network of one task whose gradients can be changed between the backward pass and the update.</summary>
internal interface ITiedNetwork : ICpuNetwork
{
    /// <summary>Its parameters.</summary>
    Span<float> Parameters { get; }

    /// <summary>The gradients of the last step.</summary>
    Span<float> Gradients { get; }

    /// <summary>The loss of its task on the last batch, before it is weighed.</summary>
    double TaskLoss { get; }

    /// <summary>What that loss is multiplied by.</summary>
    double TaskWeight { get; }

    /// <summary>Whether a crystal of the last batch has the target.</summary>
    bool IsLabelled { get; }

    /// <summary>Forward and backward on a batch, without the update; gives the weighed loss.</summary>
    double Differentiate(ReadOnlySpan<int> crystals);

    /// <summary>The update by the gradients.</summary>
    void Update(double learningRate);

    /// <summary>The loss of the task after a step of the trunk along a gradient; the weights are put back.</summary>
    double LossAhead(ReadOnlySpan<int> crystals, float[] gradient, float learningRate);
}
