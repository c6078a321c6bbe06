using static Tomography.Learning.Tests.Numerics.PlainFunctions;
using static Tomography.Learning.Tests.Numerics.PlainSums;

namespace Tomography.Learning.Tests.Numerics;

/// <summary>
/// docs/numerics.md as a program: a whole training step on single numbers, one operation after the other, without padding, lanes, tiles or
/// buffers. What it computes is what every device must compute, to the bit.
/// </summary>
internal sealed class PlainNetwork(NetworkInputs inputs, ModelState initial)
{
    private readonly PlainParameters _parameters = new(inputs.CreateLayout(), initial);
    private readonly PlainOptimizer _optimizer = new(inputs.Training, initial.Parameters.Length);

    public PlainParameters Parameters => _parameters;

    private ParameterLayout Layout => _parameters.Layout;

    private float[][] Elements => [.. inputs.Graphs.SpeciesFeatures.ToArray().Chunk(Layout.ElementFeatures)];

    /// <summary>One step; gives the loss before it.</summary>
    public double Train(int[] crystals, double rate)
    {
        var loss = ForwardBackward(crystals);
        _optimizer.Step(_parameters.Values, _parameters.Gradients, rate);
        return loss;
    }

    public double ForwardBackward(int[] crystals)
    {
        var batch = new PlainBatch(inputs.Graphs, crystals);
        var convolutions = Convolutions(batch);
        var head = new PlainHead(_parameters);
        var predictions = Forward(crystals, batch, convolutions, head, training: true, out _);
        double loss = 0;
        var targets = crystals.Select(c => inputs.Targets[c]).ToArray();
        for (var c = 0; c < crystals.Length; c++) loss += (predictions[c] - targets[c]) * (predictions[c] - targets[c]);
        Backward(head.Backward(targets), batch, convolutions);
        return loss / crystals.Length;
    }

    /// <summary>Predictions and pooled vectors with the running statistics.</summary>
    public (double[] Predictions, float[][] Pooled) Predict(int[] crystals)
    {
        var batch = new PlainBatch(inputs.Graphs, crystals);
        var predictions = Forward(crystals, batch, Convolutions(batch), new(_parameters), training: false, out var pooled);
        return (predictions, pooled);
    }

    private PlainConvolution[] Convolutions(PlainBatch batch) =>
        [.. Enumerable.Range(0, Layout.Convolutions.Length).Select(l => new PlainConvolution(_parameters, l, batch))];

    private double[] Forward(
        int[] crystals, PlainBatch batch, PlainConvolution[] convolutions, PlainHead head, bool training, out float[][] pooled)
    {
        var elements = ElementVectors();
        var v = batch.Nodes.Select(n => elements[n.Species]).ToArray();
        foreach (var convolution in convolutions) v = convolution.Forward(v, training);
        var last = v;
        pooled = [.. batch.Crystals.Select(crystal => Pool(crystal, last, batch))];
        var k = inputs.Feature.Length;
        return head.Forward(pooled, [.. crystals.Select(c => inputs.Feature.Values[(c * k)..((c + 1) * k)])]);
    }

    private float[][] ElementVectors()
    {
        var bias = _parameters.Vector(Layout.EmbeddingBias);
        return Product(Elements, _parameters.Matrix(Layout.Embedding), Layout.Model.AtomFeatures, (_, c) => bias[c]);
    }

    private float[] Pool(PlainCrystal crystal, float[][] v, PlainBatch batch)
    {
        var sums = new float[Layout.Model.AtomFeatures];
        for (var n = crystal.First; n < crystal.Last; n++)
            for (var c = 0; c < sums.Length; c++)
                sums[c] = Fma(batch.Nodes[n].Multiplicity, v[n][c], sums[c]);
        var share = 1 / crystal.Sites;
        return [.. sums.Select(sum => sum * share)];
    }

    private void Backward(float[][] ofPooled, PlainBatch batch, PlainConvolution[] convolutions)
    {
        int atom = Layout.Model.AtomFeatures, species = inputs.Graphs.SpeciesCount;
        var gradient = new float[batch.Nodes.Count][];
        for (var c = 0; c < batch.Crystals.Count; c++)
            for (var n = batch.Crystals[c].First; n < batch.Crystals[c].Last; n++)
            {
                var share = batch.Nodes[n].Multiplicity / batch.Crystals[c].Sites;
                gradient[n] = [.. ofPooled[c].Select(g => share * g)];
            }

        // Behind the first convolution nodes of one element are alike: from there on the gradients are those of elements.
        float[][]? ofElements = null;
        for (var l = convolutions.Length - 1; l >= 0; l--)
        {
            var (residual, terms) = convolutions[l].Backward(gradient);
            var inputsOfTerms = convolutions[l].Input;
            if (l == 0)
            {
                inputsOfTerms = ElementVectors();
                (residual, terms) = (BySpecies(residual, batch.Nodes, species, atom), BySpecies(terms, batch.Nodes, species, 4 * atom));
            }

            convolutions[l].WeightGradients(inputsOfTerms, terms);
            gradient = convolutions[l].InputGradient(residual, terms);
            if (l == 0) ofElements = gradient;
        }

        ofElements ??= BySpecies(gradient, batch.Nodes, species, atom);
        _parameters.SetGradient(WeightGradient(Elements, ofElements, Layout.ElementFeatures, atom), Layout.Embedding);
        _parameters.SetGradient(Rounded(Columns(ofElements, atom)), Layout.EmbeddingBias);
    }
}
