using Tomography.Learning.Kernels;

namespace Tomography.Learning;

/// <content>A first hidden layer that all tasks share, with a layer of low rank that each adds.</content>
internal sealed unsafe partial class CpuNetwork<T>
{
    private readonly FloatBuffer _lowGradient = new(), _sharedHiddenGradient = new();

    /// <summary>The rank of adapters, padded; 0 without any.</summary>
    private int Low => Layout.Branches[0].Head.Adapter?.Down.Stride ?? 0;

    private int Rank => Layout.Branches[0].Head.Adapter!.Value.Down.Columns;

    /// <summary>Adds to the first hidden layer, before its softplus, what the task's adapter gives.</summary>
    private void Adapt(BranchUnit branch, (ParameterBlock Down, ParameterBlock Up) adapter, int count)
    {
        int s = Layout.Stride, h = Layout.HiddenStride, low = Low;
        var few = branch.Low.Ensure((long)count * low);
        MatrixProduct<T>.Multiply(
            branch.Pool.Activation.Pointer, s, Parameter(adapter.Down), low, few, low, count, Layout.Model.AtomFeatures, low, null,
            accumulate: false);
        MatrixProduct<T>.Multiply(
            few, low, Parameter(adapter.Up), h, branch.Hidden[0].Pointer, h, count, Rank, h, null, accumulate: true);
    }

    /// <summary>Through an adapter to the pooled vector; the gradient of the layer that is shared is added up over the tasks.</summary>
    private void AdaptBackward(
        BranchUnit branch, (ParameterBlock Down, ParameterBlock Up) adapter, float* gradient, int count, bool accumulate, bool sharedOnly)
    {
        int s = Layout.Stride, h = Layout.HiddenStride, low = Low, atom = Layout.Model.AtomFeatures;
        var shared = _sharedHiddenGradient.Pointer;
        for (long i = 0; i < (long)count * h; i += T.Count) (T.Load(shared + i) + T.Load(gradient + i)).Store(shared + i);
        new Span<float>(_transposed.Pointer, h * low).Clear();
        Transpose(Parameter(adapter.Up), Rank, Layout.Model.Hidden, h, _transposed.Pointer, low);
        var few = _lowGradient.Ensure((long)count * low);
        MatrixProduct<T>.Multiply(
            gradient, h, _transposed.Pointer, low, few, low, count, Layout.Model.Hidden, low, null, accumulate: false);
        if (!sharedOnly)
        {
            WeightGradient<T>.Compute(
                branch.Low.Pointer, low, gradient, h, count, Rank, h, Gradient(adapter.Up), _partial.Pointer, _sums);
            WeightGradient<T>.Compute(
                branch.Pool.Activation.Pointer, s, few, low, count, atom, low, Gradient(adapter.Down), _partial.Pointer, _sums);
        }

        new Span<float>(_transposed.Pointer, low * s).Clear();
        Transpose(Parameter(adapter.Down), atom, Rank, low, _transposed.Pointer, s);
        var pooled = branch.Pool.Gradient.Ensure((long)count * s);
        MatrixProduct<T>.Multiply(few, low, _transposed.Pointer, s, pooled, s, count, Rank, s, null, accumulate);
    }

    private void ClearSharedHidden(int count)
    {
        var size = count * Layout.HiddenStride;
        new Span<float>(_sharedHiddenGradient.Ensure(size), size).Clear();
    }

    /// <summary>Through the layer that is shared, once for all tasks.</summary>
    private void SharedHiddenBackward(BranchUnit any, int count)
    {
        PoolToHiddenGradient(any, _sharedHiddenGradient.Pointer, count);
        PooledGradient(any, _sharedHiddenGradient.Pointer, count, accumulate: true);
    }
}
