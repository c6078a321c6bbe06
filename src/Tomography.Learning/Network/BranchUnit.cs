using Tomography.Learning.Kernels;

namespace Tomography.Learning;

/// <summary>What one task of a network has to itself; a network of one target has one branch.</summary>
internal sealed class BranchUnit : IDisposable
{
    /// <summary>A branch.</summary>
    /// <param name="parameters">Where its parameters stand.</param>
    /// <param name="task">What it learns.</param>
    /// <param name="hiddenLayers">Its hidden layers.</param>
    /// <param name="trunk">The last convolution that is shared; null where there is none.</param>
    /// <param name="pool">The pooled vectors of all tasks, where all convolutions are shared.</param>
    public BranchUnit(BranchParameters parameters, TaskTargets task, int hiddenLayers, ConvolutionUnit? trunk, PoolUnit? pool)
    {
        (Head, Task) = (parameters.Head, task);
        Convolutions = ConvolutionUnit.Chain(parameters.Convolutions, trunk);
        (Pool, OwnsPool) = (pool ?? new(), pool is null);
        Hidden = [.. Enumerable.Range(0, hiddenLayers).Select(_ => new FloatBuffer())];
        HiddenSlope = [.. Hidden.Select(_ => new FloatBuffer())];
    }

    public HeadParameters Head { get; }

    public TaskTargets Task { get; }

    public ConvolutionUnit[] Convolutions { get; }

    public PoolUnit Pool { get; }

    /// <summary>Whether no other branch uses its pooled vectors.</summary>
    public bool OwnsPool { get; }

    public FloatBuffer[] Hidden { get; }

    public FloatBuffer[] HiddenSlope { get; }

    /// <summary>With an adapter the few numbers of each crystal between its two halves.</summary>
    public FloatBuffer Low { get; } = new();

    /// <summary>Per crystal of the batch the prediction: a normalised number, or log-odds.</summary>
    public double[] Predictions { get; private set; } = [];

    /// <summary>Per crystal of the batch the log-variance of the prediction's error; empty where none is predicted.</summary>
    public double[] LogVariances { get; private set; } = [];

    /// <summary>The loss of the last batch, a mean over the crystals that have the target; 0 where none has.</summary>
    public double Loss { get; set; }

    /// <summary>How many crystals of the last batch have the target.</summary>
    public int Labelled { get; set; }

    public void Ensure(int crystals)
    {
        if (Predictions.Length >= crystals) return;
        Predictions = new double[crystals];
        if (Head.Variance is not null) LogVariances = new double[crystals];
    }

    public void Dispose()
    {
        foreach (var unit in Convolutions) unit.Dispose();
        if (OwnsPool) Pool.Dispose();
        foreach (var buffer in Hidden.Concat(HiddenSlope).Append(Low)) buffer.Dispose();
    }
}
