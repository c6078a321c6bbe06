using Tomography.Learning.Kernels;

namespace Tomography.Learning;

internal sealed unsafe partial class CpuNetwork<T>
{
    private void Forward(ReadOnlySpan<int> crystals, ForwardPass pass)
    {
        _batch.Gather(_inputs.Graphs, crystals);
        int s = Layout.Stride, species = _inputs.Graphs.SpeciesCount;
        foreach (var branch in _branches) branch.Ensure(crystals.Length);

        // Embedding, once per element: v = We x + b.
        var elementVectors = _speciesVectors.Ensure((long)species * s);
        MatrixProduct<T>.Multiply(
            _elements.Pointer,
            Layout.ElementFeatures,
            Parameter(Layout.Embedding),
            s,
            elementVectors,
            s,
            species,
            Layout.ElementFeatures,
            s,
            Parameter(Layout.EmbeddingBias),
            accumulate: false);
        var v = _nodes.Ensure((long)_batch.Nodes * s);
        for (var node = 0; node < _batch.Nodes; node++)
            new Span<float>(elementVectors + (long)_batch.Species[node] * s, s).CopyTo(new Span<float>(v + (long)node * s, s));

        var expansion = _expansion.Ensure((long)_batch.Distances * BondExpansion<T>.Stride);
        fixed (float* offsets = _batch.GaussianOffset)
            BondExpansion<T>.Expand(offsets, _batch.Distances, Layout.Gaussians, expansion);
        Clock?.Lap(NetworkStage.Inputs);
        foreach (var unit in _shared) v = Convolve(unit, v, pass);
        if (_pool is not null) Pool(v, crystals.Length, _pool);
        GatherFeatures(crystals);
        foreach (var branch in _branches)
        {
            var own = v;
            foreach (var unit in branch.Convolutions) own = Convolve(unit, own, pass);
            if (branch.OwnsPool) Pool(own, crystals.Length, branch.Pool);
            Head(branch, crystals.Length);
        }

        Clock?.Lap(NetworkStage.Head);
    }

    /// <summary>The mean over the sites of each crystal, and its softplus.</summary>
    private void Pool(float* v, int count, PoolUnit pool)
    {
        var size = (long)count * Layout.Stride;
        Pooling<T>.Forward(v, _batch, Layout.Stride, pool.Pooled.Ensure(size));
        Softplus(pool.Pooled.Pointer, pool.Activation.Ensure(size), pool.Slope.Ensure(size), size);
    }

    /// <summary>One convolution; gives the new atom vectors.</summary>
    private float* Convolve(ConvolutionUnit unit, float* v, ForwardPass pass)
    {
        var (p, buffers, training) = (unit.Parameters, unit.Buffers, pass == ForwardPass.Train);
        var ownStatistics = pass != ForwardPass.Predict;
        int s = Layout.Stride, width = 2 * s, nodes = _batch.Nodes, atom = Layout.Model.AtomFeatures;
        PackWeights(p, buffers);

        // In the first convolution atoms of one element are still alike: W1 v and W2 v are taken per element.
        int rows = unit.IsFirst ? _inputs.Graphs.SpeciesCount : nodes;
        var source = unit.IsFirst ? _speciesVectors.Pointer : v;
        var atomTerms = buffers.AtomTerms.Ensure((long)rows * 2 * width);
        var bias = stackalloc float[2 * width];
        new Span<float>(Parameter(p.BiasFilter), s).CopyTo(new Span<float>(bias, s));
        new Span<float>(Parameter(p.BiasCore), s).CopyTo(new Span<float>(bias + s, s));
        new Span<float>(bias + width, width).Clear();
        MatrixProduct<T>.Multiply(
            source,
            s,
            buffers.AtomWeights.Pointer,
            2 * width,
            atomTerms,
            2 * width,
            rows,
            atom,
            2 * width,
            bias,
            accumulate: false);
        Clock?.Lap(NetworkStage.AtomTerms);
        var terms = _terms.Ensure((long)_batch.LargestDistances * 2 * width);
        var sums = buffers.Sums.Ensure((long)nodes * s);
        fixed (
            int* nodeStart = _batch.NodeStart,
                distanceStart = _batch.DistanceStart,
                first = _batch.FirstGaussian,
                distance = _batch.Distance,
                bondStart = _batch.BondStart,
                species = _batch.Species,
                neighbourSpecies = _batch.NeighbourSpecies,
                neighbour = _batch.Neighbour,
                identity = Identity(nodes))
        fixed (
            float* bondCount = _batch.BondCount,
                multiplicity = _batch.Multiplicity)
        {
            var layer = new BondLayer
            {
                AtomTerms = atomTerms,
                NodeRow = unit.IsFirst ? species : identity,
                NeighbourRow = unit.IsFirst ? neighbourSpecies : neighbour,
                Expansion = _expansion.Pointer,
                FirstGaussian = first,
                BondWeights = buffers.BondWeights.Pointer,
                Gaussians = Layout.Gaussians,
                NodeStart = nodeStart,
                DistanceStart = distanceStart,
                Crystals = _batch.Crystals,
                Distance = distance,
                BondStart = bondStart,
                BondCount = bondCount,
                Multiplicity = multiplicity,
                Stride = s,
            };
            float* mean = buffers.Norms.Ensure(6L * width), inverse = mean + width, scale = inverse + width, shift = scale + width;
            var running = p.RunningStart;
            if (ownStatistics && _batch.Bonds > 0)
            {
                BondStatistics<T>.Compute(layer, _batch.BondTotal, mean, inverse, terms, _scratch.Pointer, _sums);
                if (training) UpdateRunning(mean, inverse, width, running, _batch.BondTotal);
            }
            else
            {
                _running.AsSpan(running, width).CopyTo(new Span<float>(mean, width));
                _running.AsSpan(running + width, width).CopyTo(new Span<float>(inverse, width));
            }

            Clock?.Lap(NetworkStage.BondStatistics);
            Affine(mean, inverse, scale, shift, Parameter(p.FilterScale), Parameter(p.FilterShift), 0, s);
            Affine(mean, inverse, scale, shift, Parameter(p.CoreScale), Parameter(p.CoreShift), s, s);
            if (training)
                GateSum<T>.Train(
                    layer,
                    scale,
                    shift,
                    terms,
                    sums,
                    buffers.Derivatives.Ensure((long)_batch.Bonds * width),
                    buffers.Moments.Ensure((long)nodes * 2 * width));
            else
                GateSum<T>.Predict(layer, scale, shift, terms, sums);

            Clock?.Lap(NetworkStage.GateSums);
            float* siteMean = shift + width, siteInverse = siteMean + s, siteScale = siteInverse + s, siteShift = siteScale + s;
            if (ownStatistics)
            {
                ColumnSums<T>.Moments(sums, multiplicity, _batch.SiteTotal, nodes, s, siteMean, siteInverse, _sums);
                if (training) UpdateRunning(siteMean, siteInverse, s, running + 2 * width, _batch.SiteTotal);
            }
            else
            {
                _running.AsSpan(running + 2 * width, s).CopyTo(new Span<float>(siteMean, s));
                _running.AsSpan(running + 2 * width + s, s).CopyTo(new Span<float>(siteInverse, s));
            }

            Affine(siteMean, siteInverse, siteScale, siteShift, Parameter(p.SumScale), Parameter(p.SumShift), 0, s);
            var output = buffers.Output.Ensure((long)nodes * s);
            SiteUpdate<T>.Forward(v, sums, siteScale, siteShift, nodes, s, output, buffers.Slope.Ensure((long)nodes * s));
            Clock?.Lap(NetworkStage.SiteUpdates);
            return output;
        }
    }

    /// <summary>Puts a convolution's weights side by side for the kernels.</summary>
    private void PackWeights(ConvolutionParameters p, ConvolutionBuffers buffers)
    {
        int s = Layout.Stride, atom = Layout.Model.AtomFeatures;
        var packed = buffers.AtomWeights.Ensure(4L * s * atom);
        ReadOnlySpan<ParameterBlock> parts = [p.OwnFilter, p.OwnCore, p.NeighbourFilter, p.NeighbourCore];
        for (var part = 0; part < 4; part++)
            for (var row = 0; row < atom; row++)
                new Span<float>(Parameter(parts[part]) + row * s, s).CopyTo(new Span<float>(packed + row * 4 * s + part * s, s));
        var bond = buffers.BondWeights.Ensure(2L * s * Layout.Gaussians);
        for (var row = 0; row < Layout.Gaussians; row++)
        {
            new Span<float>(Parameter(p.BondFilter) + row * s, s).CopyTo(new Span<float>(bond + row * 2 * s, s));
            new Span<float>(Parameter(p.BondCore) + row * s, s).CopyTo(new Span<float>(bond + row * 2 * s + s, s));
        }
    }

    /// <summary>Turns variance into inverse deviation, and gives scale = gamma / deviation and shift = beta - mean scale.</summary>
    private static void Affine(float* mean, float* inverse, float* scale, float* shift, float* gamma, float* beta, int start, int count)
    {
        for (var i = 0; i < count; i++)
        {
            inverse[start + i] = (float)(1 / Math.Sqrt(inverse[start + i] + NormEpsilon));
            scale[start + i] = gamma[i] * inverse[start + i];
            shift[start + i] = beta[i] - mean[start + i] * scale[start + i];
        }
    }

    /// <summary>Running statistics follow with momentum 0.1 and, as in PyTorch, the unbiased variance.</summary>
    private void UpdateRunning(float* mean, float* variance, int count, int start, double samples)
    {
        var unbias = samples > 1 ? samples / (samples - 1) : 1;
        for (var i = 0; i < count; i++)
        {
            _running[start + i] = (float)((1 - RunningMomentum) * _running[start + i] + RunningMomentum * mean[i]);
            _running[start + count + i] = (float)(
                (1 - RunningMomentum) * _running[start + count + i] + RunningMomentum * unbias * variance[i]);
        }
    }

    private void GatherFeatures(ReadOnlySpan<int> crystals)
    {
        var k = Layout.FeatureLength;
        if (k == 0) return;
        var features = _features.Ensure((long)crystals.Length * k);
        for (var c = 0; c < crystals.Length; c++)
            _featureActivations.AsSpan(crystals[c] * k, k).CopyTo(new Span<float>(features + (long)c * k, k));
    }

    /// <summary>Pooled vectors and feature to the predictions of one task.</summary>
    private void Head(BranchUnit branch, int count)
    {
        int s = Layout.Stride, h = Layout.HiddenStride, atom = Layout.Model.AtomFeatures, k = Layout.FeatureLength;
        var p = branch.Head;
        var hidden = branch.Hidden[0].Ensure((long)count * h);
        MatrixProduct<T>.Multiply(
            branch.Pool.Activation.Pointer,
            s,
            Parameter(p.PoolToHidden),
            h,
            hidden,
            h,
            count,
            atom,
            h,
            Parameter(p.PoolToHiddenBias),
            accumulate: false);
        if (k > 0)
            MatrixProduct<T>.Multiply(
                _features.Pointer, k, Parameter(p.FeatureToHidden), h, hidden, h, count, k, h, null, accumulate: true);

        if (p.Adapter is { } adapter) Adapt(branch, adapter, count);
        Softplus(hidden, hidden, branch.HiddenSlope[0].Ensure((long)count * h), (long)count * h);
        for (var l = 1; l < branch.Hidden.Length; l++)
        {
            var (weight, bias) = p.Hidden[l - 1];
            var next = branch.Hidden[l].Ensure((long)count * h);
            MatrixProduct<T>.Multiply(
                hidden,
                h,
                Parameter(weight),
                h,
                next,
                h,
                count,
                Layout.Model.Hidden,
                h,
                Parameter(bias),
                accumulate: false);
            Softplus(next, next, branch.HiddenSlope[l].Ensure((long)count * h), (long)count * h);
            hidden = next;
        }

        Output(p.Output, p.OutputBias, hidden, count, branch.Predictions);
        if (p.Variance is { } variance) Output(variance.Weight, variance.Bias, hidden, count, branch.LogVariances);
    }

    /// <summary>The last hidden layer to predictions, in float64: products of float32 numbers are exact there.</summary>
    private void Output(ParameterBlock weights, ParameterBlock weightsBias, float* hidden, int count, double[] predictions)
    {
        int h = Layout.HiddenStride, width = Layout.Model.Hidden, c = 0;
        float* output = Parameter(weights), row = hidden;
        double bias = *Parameter(weightsBias);
        // Four crystals at a time: each sum waits for its last addition.
        for (; c + 4 <= count; c += 4, row += 4L * h)
        {
            double a = bias, b = bias, d = bias, e = bias;
            for (var i = 0; i < width; i++)
            {
                double weight = output[i];
                a += row[i] * weight;
                b += row[h + i] * weight;
                d += row[2 * h + i] * weight;
                e += row[3 * h + i] * weight;
            }

            (predictions[c], predictions[c + 1], predictions[c + 2], predictions[c + 3]) = (a, b, d, e);
        }

        for (; c < count; c++, row += h)
        {
            var sum = bias;
            for (var i = 0; i < width; i++) sum += row[i] * (double)output[i];
            predictions[c] = sum;
        }
    }

    private static void Softplus(float* x, float* result, float* slope, long count)
    {
        for (long i = 0; i < count; i += T.Count)
        {
            Transcendental.Softplus(T.Load(x + i), out var sigmoid).Store(result + i);
            sigmoid.Store(slope + i);
        }
    }

    private int[] Identity(int count)
    {
        if (_identity.Length < count) _identity = [.. Enumerable.Range(0, count + count / 4)];
        return _identity;
    }
}
