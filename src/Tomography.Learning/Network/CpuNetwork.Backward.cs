using Tomography.Learning.Kernels;

namespace Tomography.Learning;

internal sealed unsafe partial class CpuNetwork<T>
{
    /// <summary>The gradients of a sum of the tasks' losses.</summary>
    /// <param name="crystals">The batch.</param>
    /// <param name="weights">Per task the weight of its loss; one of weight 0 is left out.</param>
    /// <param name="sharedOnly">Whether only the gradients of what all tasks share are wanted.</param>
    private void Backward(ReadOnlySpan<int> crystals, ReadOnlySpan<double> weights, bool sharedOnly = false)
    {
        new Span<float>(_gradients.Pointer, Layout.Size).Clear();
        int s = Layout.Stride, nodes = _batch.Nodes;
        float* gradient = _nodeGradient.Ensure((long)nodes * s), next = _nodeGradientNext.Ensure((long)nodes * s);
        if (_pool is not null) HeadsBackward(crystals, weights, sharedOnly, gradient);
        else BranchesBackward(crystals, weights, ref gradient, ref next);
        if (IsTrunkFrozen) return;
        Clock?.Lap(NetworkStage.Head);
        for (var l = _shared.Length - 1; l >= 0; l--)
        {
            ConvolveBackward(_shared[l], gradient, next);
            Swap(ref gradient, ref next);
        }

        // After the first convolution's backward the gradient stands per element already; without convolutions it is gathered here.
        if (Layout.Model.Convolutions == 0) SumBySpecies(gradient, s, _speciesGradient.Ensure((long)_inputs.Graphs.SpeciesCount * s));
        var elementGradient = _speciesGradient.Pointer;
        WeightGradient<T>.Compute(
            _elements.Pointer,
            Layout.ElementFeatures,
            elementGradient,
            s,
            _inputs.Graphs.SpeciesCount,
            Layout.ElementFeatures,
            s,
            Gradient(Layout.Embedding),
            _partial.Pointer,
            _sums);
        BiasGradient(elementGradient, s, _inputs.Graphs.SpeciesCount, s, Gradient(Layout.EmbeddingBias));
        Clock?.Lap(NetworkStage.AtomGradients);
    }

    /// <summary>All heads at one pooled vector: their gradients are added there, task by task.</summary>
    private void HeadsBackward(ReadOnlySpan<int> crystals, ReadOnlySpan<double> weights, bool sharedOnly, float* gradient)
    {
        var size = (long)crystals.Length * Layout.Stride;
        var pooled = _pool!.Gradient.Ensure(size);
        var isFirst = true;
        for (var j = 0; j < _branches.Length; j++)
        {
            if (!Counts(j, weights)) continue;
            if (isFirst && _branches[j].Head.Adapter is not null) ClearSharedHidden(crystals.Length);
            HeadBackward(_branches[j], crystals, weights[j], accumulate: !isFirst, sharedOnly);
            isFirst = false;
        }

        if (isFirst) new Span<float>(pooled, (int)size).Clear();
        else if (_branches[0].Head.Adapter is not null) SharedHiddenBackward(_branches[0], crystals.Length);
        SiteUpdate<T>.ThroughSoftplus(pooled, _pool.Slope.Pointer, size);
        Pooling<T>.Backward(pooled, _batch, Layout.Stride, gradient);
    }

    /// <summary>
    /// Branches with convolutions of their own: the gradients of the atom vectors where they part are added, task by task; per element
    /// where they part before the first convolution.
    /// </summary>
    private void BranchesBackward(ReadOnlySpan<int> crystals, ReadOnlySpan<double> weights, ref float* gradient, ref float* next)
    {
        int s = Layout.Stride, species = _inputs.Graphs.SpeciesCount;
        var size = (int)((_shared.Length > 0 ? (long)_batch.Nodes : species) * s);
        var joined = new Span<float>(_joinedGradient.Ensure(size), size);
        joined.Clear();
        for (var j = 0; j < _branches.Length; j++)
        {
            if (!Counts(j, weights)) continue;
            var branch = _branches[j];
            HeadBackward(branch, crystals, weights[j], accumulate: false, sharedOnly: false);
            SiteUpdate<T>.ThroughSoftplus(branch.Pool.Gradient.Pointer, branch.Pool.Slope.Pointer, (long)crystals.Length * s);
            Pooling<T>.Backward(branch.Pool.Gradient.Pointer, _batch, s, gradient);
            for (var l = branch.Convolutions.Length - 1; l >= 0; l--)
            {
                ConvolveBackward(branch.Convolutions[l], gradient, next);
                Swap(ref gradient, ref next);
            }

            var own = _shared.Length > 0 ? gradient : _speciesGradient.Pointer;
            for (var i = 0; i < size; i++) joined[i] += own[i];
        }

        joined.CopyTo(new Span<float>(_shared.Length > 0 ? gradient : _speciesGradient.Ensure(size), size));
    }

    // A task whose target no crystal of the batch has, has no gradient.
    private bool Counts(int task, ReadOnlySpan<double> weights) => weights[task] != 0 && _branches[task].Labelled > 0;

    /// <summary>From the predictions of a task to the gradient of the pooled vectors, before their softplus.</summary>
    private void HeadBackward(
        BranchUnit branch, ReadOnlySpan<int> crystals, double lossWeight, bool accumulate, bool sharedOnly)
    {
        int s = Layout.Stride, h = Layout.HiddenStride, count = crystals.Length, width = Layout.Model.Hidden;
        var p = branch.Head;
        float* gradient = _hiddenGradient.Ensure((long)count * h), next = _hiddenGradientNext.Ensure((long)count * h);
        var last = branch.Hidden[^1].Pointer;
        var output = Parameter(p.Output);
        Array.Clear(_sums, 0, 2 * h);
        double biasSum = 0, varianceSum = 0;
        for (var c = 0; c < count; c++)
        {
            var (prediction, variance) = Error(branch, c, crystals[c]);
            var error = lossWeight * prediction;
            biasSum += error;
            fixed (double* sums = _sums) LongSums.AddProducts(sums, error, last + (long)c * h, h);
            var slope = T.All((float)error);
            for (var i = 0; i < h; i += T.Count) (slope * T.Load(output + i)).Store(gradient + (long)c * h + i);
            if (p.Variance is not { } head) continue;
            variance *= lossWeight;
            varianceSum += variance;
            fixed (double* sums = _sums) LongSums.AddProducts(sums + h, variance, last + (long)c * h, h);
            var also = T.All((float)variance);
            float* weights = Parameter(head.Weight), row = gradient + (long)c * h;
            for (var i = 0; i < h; i += T.Count) T.FusedMultiplyAdd(also, T.Load(weights + i), T.Load(row + i)).Store(row + i);
        }

        for (var i = 0; i < width; i++) Gradient(p.Output)[i] = (float)_sums[i];
        *Gradient(p.OutputBias) = (float)biasSum;
        if (p.Variance is { } own)
        {
            for (var i = 0; i < width; i++) Gradient(own.Weight)[i] = (float)_sums[h + i];
            *Gradient(own.Bias) = (float)varianceSum;
        }

        for (var l = branch.Hidden.Length - 1; l >= 1; l--)
        {
            var (weight, bias) = p.Hidden[l - 1];
            SiteUpdate<T>.ThroughSoftplus(gradient, branch.HiddenSlope[l].Pointer, (long)count * h);
            WeightGradient<T>.Compute(
                branch.Hidden[l - 1].Pointer, h, gradient, h, count, width, h, Gradient(weight), _partial.Pointer, _sums);
            BiasGradient(gradient, h, count, h, Gradient(bias));
            new Span<float>(_transposed.Pointer, h * h).Clear();
            Transpose(Parameter(weight), width, width, h, _transposed.Pointer, h);
            MatrixProduct<T>.Multiply(gradient, h, _transposed.Pointer, h, next, h, count, width, h, null, accumulate: false);
            Swap(ref gradient, ref next);
        }

        SiteUpdate<T>.ThroughSoftplus(gradient, branch.HiddenSlope[0].Pointer, (long)count * h);
        if (p.Adapter is { } adapter)
        {
            AdaptBackward(branch, adapter, gradient, count, accumulate, sharedOnly);
            return;
        }

        if (!sharedOnly) PoolToHiddenGradient(branch, gradient, count);
        PooledGradient(branch, gradient, count, accumulate);
    }

    /// <summary>Through the first hidden layer of a head to its pooled vector.</summary>
    private void PooledGradient(BranchUnit branch, float* gradient, int count, bool accumulate)
    {
        int s = Layout.Stride, h = Layout.HiddenStride;
        new Span<float>(_transposed.Pointer, h * s).Clear();
        Transpose(Parameter(branch.Head.PoolToHidden), Layout.Model.AtomFeatures, Layout.Model.Hidden, h, _transposed.Pointer, s);
        var pooled = branch.Pool.Gradient.Ensure((long)count * s);
        MatrixProduct<T>.Multiply(gradient, h, _transposed.Pointer, s, pooled, s, count, Layout.Model.Hidden, s, null, accumulate);
    }

    /// <summary>Gradients of the first hidden layer of a head from the gradient of what it gives.</summary>
    private void PoolToHiddenGradient(BranchUnit branch, float* gradient, int count)
    {
        int s = Layout.Stride, h = Layout.HiddenStride;
        var p = branch.Head;
        WeightGradient<T>.Compute(
            branch.Pool.Activation.Pointer,
            s,
            gradient,
            h,
            count,
            Layout.Model.AtomFeatures,
            h,
            Gradient(p.PoolToHidden),
            _partial.Pointer,
            _sums);
        if (Layout.FeatureLength > 0)
            WeightGradient<T>.Compute(
                _features.Pointer,
                Layout.FeatureLength,
                gradient,
                h,
                count,
                Layout.FeatureLength,
                h,
                Gradient(p.FeatureToHidden),
                _partial.Pointer,
                _sums);
        BiasGradient(gradient, h, count, h, Gradient(p.PoolToHiddenBias));
    }

    /// <summary>From the gradient of a convolution's output (overwritten) to that of its input.</summary>
    private void ConvolveBackward(ConvolutionUnit unit, float* gradient, float* inputGradient)
    {
        var (p, buffers) = (unit.Parameters, unit.Buffers);
        int s = Layout.Stride, width = 2 * s, nodes = _batch.Nodes, atom = Layout.Model.AtomFeatures, species = _inputs.Graphs.SpeciesCount;
        float* mean = buffers.Norms.Pointer, inverse = mean + width, scale = inverse + width, shift = scale + width;
        float* siteMean = shift + width, siteInverse = siteMean + s, siteScale = siteInverse + s;
        float* k1 = _scratch.Pointer, k2 = k1 + width;

        SiteUpdate<T>.ThroughSoftplus(gradient, buffers.Slope.Pointer, (long)nodes * s);
        var sumGradient = _sumGradient.Ensure((long)nodes * s);
        var sums = _sums.AsSpan();
        ColumnSums<T>.Of(gradient, s, nodes, s, sums);
        ColumnSums<T>.OfProducts(gradient, s, buffers.Sums.Pointer, s, nodes, s, sums[s..]);
        NormGradient(sums, s, siteMean, siteInverse, siteScale, _batch.SiteTotal, Gradient(p.SumScale), Gradient(p.SumShift), k1, k2);
        var atomGradient = _atomGradient.Ensure((long)nodes * 2 * width);
        fixed (
            int* nodeStart = _batch.NodeStart,
                distanceStart = _batch.DistanceStart,
                first = _batch.FirstGaussian,
                distance = _batch.Distance,
                bondStart = _batch.BondStart,
                speciesOf = _batch.Species,
                neighbourSpecies = _batch.NeighbourSpecies,
                neighbour = _batch.Neighbour,
                identity = Identity(nodes))
        fixed (
            float* bondCount = _batch.BondCount,
                multiplicity = _batch.Multiplicity)
        {
            SiteUpdate<T>.ThroughNorm(gradient, buffers.Sums.Pointer, multiplicity, siteScale, k1, k2, nodes, s, sumGradient);

            // The reductions of the batch norm over bonds, from per-node moments: see GateSum.Train.
            for (var half = 0; half < 2; half++)
            {
                ColumnSums<T>.OfProducts(sumGradient, s, buffers.Moments.Pointer + half * s, 2 * width, nodes, s, sums[(half * s)..]);
                ColumnSums<T>.OfProducts(
                    sumGradient,
                    s,
                    buffers.Moments.Pointer + width + half * s,
                    2 * width,
                    nodes,
                    s,
                    sums[(width + half * s)..]);
            }

            float* gamma = k2 + width, beta = gamma + width;
            NormGradient(sums, width, mean, inverse, scale, Math.Max(1, _batch.BondTotal), gamma, beta, k1, k2);
            Split(gamma, Gradient(p.FilterScale), Gradient(p.CoreScale));
            Split(beta, Gradient(p.FilterShift), Gradient(p.CoreShift));
            var layer = new BondLayer
            {
                AtomTerms = buffers.AtomTerms.Pointer,
                NodeRow = unit.IsFirst ? speciesOf : identity,
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
            Clock?.Lap(NetworkStage.NormGradients);
            var upstream = new GateUpstream { SumGradient = sumGradient, Scale = scale, K1 = k1, K2 = k2 };
            var packed = _packedGradient.Ensure(Math.Max(2L * s * Layout.Gaussians, 4L * s * atom));
            GateGradient<T>.Compute(
                layer,
                upstream,
                buffers.Derivatives.Pointer,
                neighbour,
                _terms.Pointer,
                atomGradient,
                packed,
                _partial.Pointer,
                _sums);
            UnpackBondGradient(p, packed);
            Clock?.Lap(NetworkStage.GateGradients);
        }

        BiasGradient(atomGradient, 2 * width, nodes, width, gradientOfBias: k1);
        Split(k1, Gradient(p.BiasFilter), Gradient(p.BiasCore));
        var transposed = buffers.AtomWeightsTransposed.Ensure(4L * s * s);
        new Span<float>(transposed, 4 * s * s).Clear();
        Transpose(buffers.AtomWeights.Pointer, atom, 2 * width, 2 * width, transposed, s);
        if (unit.Before is { } before)
        {
            AtomWeightGradient(p, before.Buffers.Output.Pointer, atomGradient, nodes);
            new Span<float>(gradient, nodes * s).CopyTo(new Span<float>(inputGradient, nodes * s));
            MatrixProduct<T>.Multiply(
                atomGradient,
                2 * width,
                transposed,
                s,
                inputGradient,
                s,
                nodes,
                2 * width,
                s,
                null,
                accumulate: true);
        }
        else
        {
            // Back to elements, where the first convolution's terms were taken.
            var vectors = _speciesGradient.Ensure((long)species * s);
            SumBySpecies(gradient, s, vectors);
            var terms = _speciesTermGradient.Ensure((long)species * 2 * width);
            SumBySpecies(atomGradient, 2 * width, terms);
            AtomWeightGradient(p, _speciesVectors.Pointer, terms, species);
            MatrixProduct<T>.Multiply(terms, 2 * width, transposed, s, vectors, s, species, 2 * width, s, null, accumulate: true);
        }

        Clock?.Lap(NetworkStage.AtomGradients);
    }

    private void AtomWeightGradient(ConvolutionParameters p, float* inputs, float* termGradients, int rows)
    {
        int s = Layout.Stride, atom = Layout.Model.AtomFeatures;
        var packed = _packedGradient.Ensure(4L * s * atom);
        WeightGradient<T>.Compute(inputs, s, termGradients, 4 * s, rows, atom, 4 * s, packed, _partial.Pointer, _sums);
        ReadOnlySpan<ParameterBlock> parts = [p.OwnFilter, p.OwnCore, p.NeighbourFilter, p.NeighbourCore];
        for (var part = 0; part < 4; part++)
            for (var row = 0; row < atom; row++)
                new Span<float>(packed + row * 4 * s + part * s, s).CopyTo(new Span<float>(Gradient(parts[part]) + row * s, s));
    }

    private void UnpackBondGradient(ConvolutionParameters p, float* packed)
    {
        var s = Layout.Stride;
        for (var row = 0; row < Layout.Gaussians; row++)
        {
            new Span<float>(packed + row * 2 * s, s).CopyTo(new Span<float>(Gradient(p.BondFilter) + row * s, s));
            new Span<float>(packed + row * 2 * s + s, s).CopyTo(new Span<float>(Gradient(p.BondCore) + row * s, s));
        }
    }

    /// <summary>
    /// Gradients of a batch norm y = scale x + shift from the sums of dy (first) and dy x (behind): gamma, beta, and the constants of
    /// dx = scale dy - weight (k1 + k2 x).
    /// </summary>
    private static void NormGradient(
        ReadOnlySpan<double> sums,
        int count,
        float* mean,
        float* inverse,
        float* scale,
        double total,
        float* gamma,
        float* beta,
        float* k1,
        float* k2)
    {
        for (var i = 0; i < count; i++)
        {
            var dBeta = sums[i];
            var dGamma = inverse[i] * (sums[count + i] - mean[i] * dBeta);
            gamma[i] = (float)dGamma;
            beta[i] = (float)dBeta;
            var slope = scale[i] * (double)inverse[i] * dGamma / total;
            k2[i] = (float)slope;
            k1[i] = (float)(scale[i] * dBeta / total - slope * mean[i]);
        }
    }

    private static void Swap(ref float* a, ref float* b)
    {
        var kept = a;
        a = b;
        b = kept;
    }

    private void BiasGradient(float* gradients, int stride, int rows, int columns, float* gradientOfBias)
    {
        ColumnSums<T>.Of(gradients, stride, rows, columns, _sums);
        for (var i = 0; i < columns; i++) gradientOfBias[i] = (float)_sums[i];
    }

    private void Split(float* both, float* filter, float* core)
    {
        var s = Layout.Stride;
        new Span<float>(both, s).CopyTo(new Span<float>(filter, s));
        new Span<float>(both + s, s).CopyTo(new Span<float>(core, s));
    }

    private void SumBySpecies(float* rows, int width, float* result)
    {
        var size = _inputs.Graphs.SpeciesCount * width;
        Array.Clear(_speciesSums, 0, size);
        fixed (double* sums = _speciesSums)
        {
            for (var node = 0; node < _batch.Nodes; node++)
                LongSums.Add(sums + (long)_batch.Species[node] * width, rows + (long)node * width, width);
            LongSums.Round(sums, result, size);
        }
    }
}
