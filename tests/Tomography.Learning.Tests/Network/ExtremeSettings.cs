using Shouldly;
using Tomography.Crystals;
using Tomography.Learning.Kernels;
using Tomography.Phantom;
using Xunit;

namespace Tomography.Learning.Tests;

/// <summary>The smallest and oddest settings that an experiment may have, against the float64 reference.</summary>
public class ExtremeSettings
{
    [Theory]
    [InlineData(0, 1, 1, 1, 0)]
    [InlineData(0, 8, 8, 1, 0)]
    [InlineData(0, 17, 33, 4, 5)]
    [InlineData(1, 1, 1, 1, 1)]
    [InlineData(1, 17, 5, 3, 20)]
    [InlineData(2, 16, 40, 4, 3)]
    [InlineData(3, 24, 1, 2, 50)]
    public void Engine_follows_the_reference(int convolutions, int atomFeatures, int hidden, int hiddenLayers, int feature)
    {
        Follow<Lanes8>(new(convolutions, atomFeatures, hidden, hiddenLayers), feature, new(), Representation.Structure);
        Follow<Lanes16>(new(convolutions, atomFeatures, hidden, hiddenLayers), feature, new(), Representation.Composition);
    }

    [Theory]
    [InlineData(0.5, 12, 0.2)] // no bonds at all
    [InlineData(2.3, 12, 0.2)] // bonds of some sites only
    [InlineData(8, 1, 0.1)]
    [InlineData(3, 12, 5)] // one Gaussian
    [InlineData(5, 20, 1.5)] // fewer Gaussians than a window
    public void Engine_follows_the_reference_for_any_graph(double radius, int neighbours, double step)
    {
        Follow<Lanes8>(new(2, 9, 7, 2), 2, new(radius, neighbours, step), Representation.Structure);
        Follow<Lanes8>(new(2, 9, 7, 2), 2, new(radius, neighbours, step), Representation.Composition);
    }

    private static void Follow<T>(ModelSettings model, int feature, GraphSettings graph, Representation representation)
        where T : struct, ILanes<T>
    {
        var materials = PhantomGenerator.Generate(24, 5).Where(m => m.Crystal.Sites.Length <= 5).Take(6).ToArray();
        var count = materials.Length;
        CrystalGraph[] all =
        [
            .. materials.Select(m =>
                representation == Representation.Structure ? StructureGraph.Build(m.Crystal, graph) : CompositionGraph.Build(m.Crystal)),
        ];
        CrystalGraph[] folded =
            representation == Representation.Structure
                ? [.. all.Select(GraphFolding.Fold)]
                : [.. materials.Select(m => CompositionGraph.BuildFolded(m.Crystal))];
        var random = new Generator(4, GeneratorPurpose.Split);
        var values = Enumerable.Range(0, count * feature).Select(_ => (float)(2 * random.NextUnit() - 1)).ToArray();
        var targets = Enumerable.Range(0, count).Select(_ => (float)(2 * random.NextUnit() - 1)).ToArray();
        var packed = GraphPacker.Pack(folded, ElementFeatures.BuiltIn, GaussianBasis.Of(graph));
        var inputs = new NetworkInputs(
            packed, GivenFeatures.Of(feature, values), targets, model, TrainingSettings.Default with { BatchSize = 4 });
        var layout = inputs.CreateLayout();
        var initial = InitialWeights.Draw(layout, 9);
        using var engine = new CpuNetwork<T>(inputs, initial);
        var reference = new ReferenceCgcnn(
            model,
            packed.Basis,
            ElementFeatures.BuiltIn.Length,
            feature,
            TorchParameters.From(layout, initial));

        // Small, large, one crystal, large again: buffers are used again after growing.
        int[][] batches = [[0, 1], [.. Enumerable.Range(0, count)], [count - 1], [4, 3, 1], [.. Enumerable.Range(0, count).Reverse()]];
        foreach (var batch in batches)
        {
            var loss = reference.ForwardBackward(Batch(batch), [.. batch.Select(i => (double)targets[i])]).Loss;
            reference.Step(0.01, 0.9);
            engine.Train(batch, 0.01).ShouldBe(loss, 2e-4 * Math.Max(1, loss));
        }

        var state = TorchParameters.From(layout, engine.Save());
        foreach (var (name, expected) in reference.Parameters)
            state[name].ShouldBeWithin(expected, 5e-4, name, floor: 0.05);
        var order = Enumerable.Range(0, count).Reverse().ToArray();
        var predicted = new double[count];
        engine.Predict(order, predicted);
        predicted.ShouldBeWithin(reference.Predict(Batch(order)), 5e-4, "predictions", floor: 1);

        ReferenceBatch Batch(int[] batch) =>
            ReferenceBatch.Of(
                [.. batch.Select(i => all[i])],
                ElementFeatures.BuiltIn,
                [.. batch.Select(i => values.Skip(i * feature).Take(feature).Select(v => (double)v).ToArray())]);
    }
}
