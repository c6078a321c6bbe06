using System.Runtime.InteropServices;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning.Kernels;
using Tomography.Phantom;
using Xunit;

namespace Tomography.Learning.Tests.Numerics;

/// <summary>
/// The engine against docs/numerics.md as <see cref="PlainNetwork"/> states it, bit by bit. A further device passes the same by one more
/// line where 8 and 16 lanes are named.
/// </summary>
public class DevicesComputeAsStated
{
    // Batches of several groups and blocks (8 crystals, 64 and 128 rows), of parts of them, and of one crystal.
    private static readonly int[][] s_batches =
        [[.. Enumerable.Range(0, 60)], [7], [.. Enumerable.Range(20, 17).Reverse()], [.. Enumerable.Range(0, 20).Select(i => i * 7 % 60)]];

    public static TheoryData<string, OptimizerKind, int, int, int, int, int> Models => new()
    {
        { "structure", OptimizerKind.Sgd, 2, 9, 11, 1, 0 },
        { "structure", OptimizerKind.Adam, 3, 16, 8, 2, 3 },
        { "structure", OptimizerKind.Sgd, 1, 21, 18, 3, 8 },
        { "composition", OptimizerKind.Adam, 2, 17, 9, 1, 1 },
        { "composition", OptimizerKind.Sgd, 2, 7, 20, 2, 8 },
        { "structure", OptimizerKind.Sgd, 0, 5, 4, 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_gradient_statistic_weight_and_prediction_has_the_stated_bits(
        string sees, OptimizerKind optimizer, int convolutions, int atom, int hidden, int layers, int feature)
    {
        var graphs = new PhantomCrystals(60, new(sees), folded: true, seed: 8).Packed;
        Follow(graphs, new(convolutions, atom, hidden, layers), optimizer, feature);
    }

    [Theory]
    [InlineData(0.5, 12, 0.2)] // no bonds at all
    [InlineData(2.3, 12, 0.2)] // bonds of some sites only: the first bond is not the first crystal's
    [InlineData(3, 12, 5)] // one Gaussian
    [InlineData(5, 20, 1.5)] // fewer Gaussians than a window
    public void Also_for_graphs_with_few_bonds_or_few_gaussians(double radius, int neighbours, double step)
    {
        var graph = new GraphSettings(radius, neighbours, step);
        var crystals = PhantomGenerator.Generate(60, 5).Select(m => GraphFolding.Fold(StructureGraph.Build(m.Crystal, graph))).ToArray();
        Follow(GraphPacker.Pack(crystals, ElementFeatures.BuiltIn, GaussianBasis.Of(graph)), new(2, 5, 6, 1), OptimizerKind.Sgd, 2);
    }

    private static void Follow(PackedGraphs graphs, ModelSettings model, OptimizerKind optimizer, int feature)
    {
        var random = new Generator(4, GeneratorPurpose.Split);
        var training = TrainingSettings.Default with { BatchSize = 32, Optimizer = optimizer, WeightDecay = feature > 0 ? 0.01 : 0 };
        var inputs = new NetworkInputs(graphs, Features(feature, graphs.Count, random), Numbers(graphs.Count, random), model, training);
        var initial = InitialWeights.Draw(inputs.CreateLayout(), 9);
        var plain = new PlainNetwork(inputs, initial);
        using var eight = new CpuNetwork<Lanes8>(inputs, initial);
        using var sixteen = new CpuNetwork<Lanes16>(inputs, initial);
        foreach (var batch in s_batches)
        {
            var loss = plain.Train(batch, 0.02);
            Bits([eight.Train(batch, 0.02), sixteen.Train(batch, 0.02)]).ShouldBe(Bits([loss, loss]));
            foreach (var network in new[] { (eight.Gradients.ToArray(), eight.Save()), (sixteen.Gradients.ToArray(), sixteen.Save()) })
                Compare(plain, network.Item1, network.Item2);
        }

        // In evaluation no number depends on the crystals beside it: any order, any cut into batches.
        int[] all = [.. Enumerable.Range(0, graphs.Count).Reverse()];
        var (predictions, pooled) = plain.Predict(all);
        foreach (var network in new ICpuNetwork[] { eight, sixteen })
        {
            var predicted = new double[all.Length];
            var vectors = new float[all.Length * model.AtomFeatures];
            network.Predict(all, predicted);
            network.Pool(0, all, vectors);
            Bits(predicted).ShouldBe(Bits(predictions));
            Bits(vectors).ShouldBe(Bits([.. pooled.SelectMany(p => p)]));
        }
    }

    private static void Compare(PlainNetwork plain, float[] gradients, ModelState state)
    {
        var layout = plain.Parameters.Layout;
        foreach (var block in layout.Blocks)
        {
            Bits(Block(gradients)).ShouldBe(Bits(Block(plain.Parameters.Gradients)), "gradient of " + block.Name);
            Bits(Block(state.Parameters)).ShouldBe(Bits(Block(plain.Parameters.Values)), block.Name);

            float[] Block(float[] values)
            {
                var rows = Enumerable.Range(0, block.Rows).Select(r => block.Offset + r * block.Stride);
                return [.. rows.SelectMany(start => values.AsSpan(start, block.Columns).ToArray())];
            }
        }

        for (var start = 0; start < layout.RunningSize; start += layout.Stride)
            Bits(state.Running[start..(start + layout.Model.AtomFeatures)])
                .ShouldBe(Bits(plain.Parameters.Running[start..(start + layout.Model.AtomFeatures)]), $"running statistics from {start}");
    }

    /// <summary>Numbers of one feature, or of two where there are several.</summary>
    private static FeatureVectors Features(int length, int crystals, Generator random) =>
        length < 3
            ? GivenFeatures.Of(length, Numbers(crystals * length, random))
            : new([new("first", 2), new("second", length - 2)], Numbers(crystals * length, random));

    private static float[] Numbers(int count, Generator random) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(2 * random.NextUnit() - 1))];

    private static int[] Bits(float[] values) => MemoryMarshal.Cast<float, int>(values).ToArray();

    private static long[] Bits(double[] values) => MemoryMarshal.Cast<double, long>(values).ToArray();
}
