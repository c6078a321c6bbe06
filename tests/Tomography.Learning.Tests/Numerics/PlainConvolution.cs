using static Tomography.Learning.Tests.Numerics.PlainFunctions;
using static Tomography.Learning.Tests.Numerics.PlainSums;

namespace Tomography.Learning.Tests.Numerics;

/// <summary>One convolution as docs/numerics.md states it. Rows of 2A numbers hold the filter half, then the core half.</summary>
internal sealed class PlainConvolution(PlainParameters parameters, int index, PlainBatch batch)
{
    // Crystals over which W3's gradient is summed in float32.
    private const int Group = 8;

    private readonly ConvolutionParameters _p = parameters.Layout.Convolutions[index];
    private readonly int _atom = parameters.Layout.Model.AtomFeatures, _width = 2 * parameters.Layout.Model.AtomFeatures;
    private float[][] _input = [], _own = [], _neighbour = [], _sums = [], _slope = [];
    private float[][][] _terms = [], _derivatives = [];
    private float[][] _moments = [], _momentsZ = [];
    private PlainNorm _bondNorm = null!, _siteNorm = null!;

    /// <summary>W1 | W2: own filter, own core, neighbour filter, neighbour core.</summary>
    private float[][] AtomWeights => parameters.Matrix(_p.OwnFilter, _p.OwnCore, _p.NeighbourFilter, _p.NeighbourCore);

    public float[][] Forward(float[][] v, bool training)
    {
        _input = v;
        var bias = parameters.Vector(_p.BiasFilter, _p.BiasCore);
        var terms = Product(v, AtomWeights, 2 * _width, (_, c) => c < _width ? bias[c] : 0);
        _own = [.. terms.Select(row => row[.._width])];
        _neighbour = [.. terms.Select(row => row[_width..])];
        var bondWeights = parameters.Matrix(_p.BondFilter, _p.BondCore);
        _terms = [.. batch.Crystals.Select(crystal => crystal.Distances.Select(d => Term(d, bondWeights)).ToArray())];
        int s = parameters.Layout.Stride, running = _p.RunningStart;
        var (mean, variance) = (Stored(0, s), Stored(2 * s, s));
        if (training && batch.FirstBond is not null)
        {
            (mean, variance) = BondMoments();
            for (var half = 0; half < 2; half++)
                PlainNorm.Follow(
                    parameters.Running.AsSpan(running + half * s, _atom), parameters.Running.AsSpan(running + (2 + half) * s, _atom),
                    mean[(half * _atom)..((half + 1) * _atom)], variance[(half * _atom)..((half + 1) * _atom)], batch.BondTotal);
        }

        _bondNorm = new(mean, variance, parameters.Vector(_p.FilterScale, _p.CoreScale), parameters.Vector(_p.FilterShift, _p.CoreShift));
        Gates();
        var (siteMean, siteVariance) = (Stored(4 * s), Stored(5 * s));
        if (training)
        {
            (siteMean, siteVariance) = SiteMoments();
            PlainNorm.Follow(
                parameters.Running.AsSpan(running + 4 * s, _atom), parameters.Running.AsSpan(running + 5 * s, _atom),
                siteMean, siteVariance, batch.SiteTotal);
        }

        _siteNorm = new(siteMean, siteVariance, parameters.Vector(_p.SumScale), parameters.Vector(_p.SumShift));
        var updated = v.Select((row, n) => row.Select(
            (x, c) => Softplus(x + Fma(_sums[n][c], _siteNorm.Scale[c], _siteNorm.Shift[c]))).ToArray()).ToArray();
        _slope = [.. updated.Select(row => row.Select(x => x.Slope).ToArray())];
        return [.. updated.Select(row => row.Select(x => x.Value).ToArray())];
    }

    /// <summary>
    /// From the gradient of the output to what the input's gradient is made of: the residual, and the gradients of W1 v | W2 v.
    /// </summary>
    public (float[][] Residual, float[][] AtomTerms) Backward(float[][] upstream)
    {
        var gradient = upstream.Select((row, n) => row.Select((g, c) => g * _slope[n][c]).ToArray()).ToArray();
        var site = _siteNorm.Gradient(Columns(gradient, _atom), ColumnsOfProducts(gradient, _sums, _atom), batch.SiteTotal);
        parameters.SetGradient(site.Gamma, _p.SumScale);
        parameters.SetGradient(site.Beta, _p.SumShift);
        var ofSums = gradient.Select((row, n) => row.Select((g, c) =>
            Fma(-batch.Nodes[n].Multiplicity, Fma(site.K2[c], _sums[n][c], site.K1[c]), _siteNorm.Scale[c] * g)).ToArray()).ToArray();
        float[][] both = [.. ofSums.Select(row => (float[])[.. row, .. row])];
        var bond = _bondNorm.Gradient(
            ColumnsOfProducts(both, _moments, _width), ColumnsOfProducts(both, _momentsZ, _width), Math.Max(1, batch.BondTotal));
        parameters.SetGradient(bond.Gamma, _p.FilterScale, _p.CoreScale);
        parameters.SetGradient(bond.Beta, _p.FilterShift, _p.CoreShift);
        var atomTerms = Spread(both, bond.K1, bond.K2);
        parameters.SetGradient(Rounded(Columns(atomTerms, _width)), _p.BiasFilter, _p.BiasCore);
        return (gradient, atomTerms);
    }

    /// <summary>The gradient of W1 | W2 from rows of inputs and of the gradients of their terms.</summary>
    public void WeightGradients(float[][] inputs, float[][] atomTerms) =>
        parameters.SetGradient(
            WeightGradient(inputs, atomTerms, _atom, 2 * _width), _p.OwnFilter, _p.OwnCore, _p.NeighbourFilter, _p.NeighbourCore);

    /// <summary>The input's gradient: the residual, then the terms': own filter, own core, neighbour filter, neighbour core.</summary>
    public float[][] InputGradient(float[][] residual, float[][] atomTerms) =>
        Product(atomTerms, Transposed(AtomWeights, 2 * _width), _atom, (r, c) => residual[r][c]);

    public float[][] Input => _input;

    private float[] Stored(int start, int stride = 0)
    {
        var first = _p.RunningStart + start;
        var half = parameters.Running[first..(first + _atom)];
        return stride == 0 ? half : [.. half, .. parameters.Running[(first + stride)..(first + stride + _atom)]];
    }

    private float[] Term((int First, float[] Gaussians) distance, float[][] weights)
    {
        var term = new float[_width];
        for (var c = 0; c < _width; c++)
        {
            term[c] = distance.Gaussians[0] * weights[distance.First][c];
            for (var k = 1; k < distance.Gaussians.Length; k++)
                term[c] = Fma(distance.Gaussians[k], weights[distance.First + k][c], term[c]);
        }

        return term;
    }

    private float Z(float own, PlainBond bond, float[][] terms, int c) => own + _neighbour[bond.Neighbour][c] + terms[bond.Distance][c];

    private (float[] Mean, float[] Variance) BondMoments()
    {
        var (firstNode, firstBond) = batch.FirstBond!.Value;
        var firstCrystal = batch.Crystals.TakeWhile(c => c.Last <= firstNode).Count();
        float[] mean = new float[_width], variance = new float[_width];
        for (var c = 0; c < _width; c++)
        {
            var shift = Z(_own[firstNode][c], firstBond, _terms[firstCrystal], c);
            double sums = 0, squares = 0;
            for (var crystal = 0; crystal < batch.Crystals.Count; crystal++)
            {
                float sum = 0, square = 0;
                for (var n = batch.Crystals[crystal].First; n < batch.Crystals[crystal].Last; n++)
                    foreach (var bond in batch.Nodes[n].Bonds)
                    {
                        var z = Z(_own[n][c] - shift, bond, _terms[crystal], c);
                        var weighted = batch.Nodes[n].Multiplicity * bond.Count * z;
                        sum += weighted;
                        square = Fma(weighted, z, square);
                    }

                sums += sum;
                squares += square;
            }

            var average = sums / batch.BondTotal;
            mean[c] = (float)(shift + average);
            variance[c] = (float)Math.Max(0, squares / batch.BondTotal - average * average);
        }

        return (mean, variance);
    }

    private void Gates()
    {
        var nodes = batch.Nodes.Count;
        (_sums, _moments, _momentsZ) = (Zeros(nodes, _atom), Zeros(nodes, _width), Zeros(nodes, _width));
        _derivatives = new float[nodes][][];
        for (var crystal = 0; crystal < batch.Crystals.Count; crystal++)
            for (var n = batch.Crystals[crystal].First; n < batch.Crystals[crystal].Last; n++)
            {
                _derivatives[n] = Zeros(batch.Nodes[n].Bonds.Length, _width);
                for (var c = 0; c < _atom; c++) GatesOf(n, c, _terms[crystal]);
            }
    }

    private void GatesOf(int n, int c, float[][] terms)
    {
        int core = _atom + c, b = 0;
        foreach (var bond in batch.Nodes[n].Bonds)
        {
            float zF = Z(_own[n][c], bond, terms, c), zC = Z(_own[n][core], bond, terms, core);
            var gate = Gate(Fma(zF, _bondNorm.Scale[c], _bondNorm.Shift[c]), Fma(zC, _bondNorm.Scale[core], _bondNorm.Shift[core]));
            float x = gate.Core * gate.SigmoidFilter * (1 - gate.SigmoidFilter), y = gate.SigmoidFilter * gate.SigmoidCore;
            (_derivatives[n][b][c], _derivatives[n][b][core]) = (x, y);
            _sums[n][c] = Fma(bond.Count * gate.SigmoidFilter, gate.Core, _sums[n][c]);
            _moments[n][c] += bond.Count * x;
            _moments[n][core] += bond.Count * y;
            _momentsZ[n][c] = Fma(bond.Count * x, zF, _momentsZ[n][c]);
            _momentsZ[n][core] = Fma(bond.Count * y, zC, _momentsZ[n][core]);
            b++;
        }
    }

    private (float[] Mean, float[] Variance) SiteMoments()
    {
        float[] mean = new float[_atom], variance = new float[_atom];
        for (var c = 0; c < _atom; c++)
        {
            var sums = InBlocks(_sums.Length, ColumnRows, (sum, n) => Fma(batch.Nodes[n].Multiplicity, _sums[n][c], sum));
            mean[c] = (float)(sums / batch.SiteTotal);
            var squares = InBlocks(_sums.Length, ColumnRows, (sum, n) =>
            {
                var off = _sums[n][c] - mean[c];
                return Fma(batch.Nodes[n].Multiplicity, off * off, sum);
            });
            variance[c] = (float)(squares / batch.SiteTotal);
        }

        return (mean, variance);
    }

    /// <summary>The gradients of W1 v | W2 v per node; sets that of W3.</summary>
    private float[][] Spread(float[][] ofSums, float[] k1, float[] k2)
    {
        var atomTerms = Zeros(batch.Nodes.Count, 2 * _width);
        var gaussians = parameters.Layout.Gaussians;
        var weights = Enumerable.Range(0, gaussians).Select(_ => new double[_width]).ToArray();
        for (var start = 0; start < batch.Crystals.Count; start += Group)
        {
            var group = Zeros(gaussians, _width);
            for (var crystal = start; crystal < Math.Min(batch.Crystals.Count, start + Group); crystal++)
                for (var c = 0; c < _width; c++)
                    SpreadCrystal(crystal, c, ofSums, k1[c], k2[c], atomTerms, group);
            for (var k = 0; k < gaussians; k++)
                for (var c = 0; c < _width; c++)
                    weights[k][c] += group[k][c];
        }

        parameters.SetGradient([.. weights.Select(Rounded)], _p.BondFilter, _p.BondCore);
        return atomTerms;
    }

    private void SpreadCrystal(int index, int c, float[][] ofSums, float k1, float k2, float[][] atomTerms, float[][] group)
    {
        var crystal = batch.Crystals[index];
        var ofTerms = new float[crystal.Distances.Length];
        for (var n = crystal.First; n < crystal.Last; n++)
        {
            var scaled = _bondNorm.Scale[c] * ofSums[n][c];
            float m1 = -batch.Nodes[n].Multiplicity * k1, m2 = -batch.Nodes[n].Multiplicity * k2;
            for (var b = 0; b < batch.Nodes[n].Bonds.Length; b++)
            {
                var bond = batch.Nodes[n].Bonds[b];
                var z = Z(_own[n][c], bond, _terms[index], c);
                var gradient = Fma(scaled, _derivatives[n][b][c], Fma(m2, z, m1)) * bond.Count;
                atomTerms[n][c] += gradient;
                atomTerms[bond.Neighbour][_width + c] += gradient;
                ofTerms[bond.Distance] += gradient;
            }
        }

        for (var d = 0; d < ofTerms.Length; d++)
            for (var k = 0; k < crystal.Distances[d].Gaussians.Length; k++)
            {
                var row = group[crystal.Distances[d].First + k];
                row[c] = Fma(crystal.Distances[d].Gaussians[k], ofTerms[d], row[c]);
            }
    }
}
