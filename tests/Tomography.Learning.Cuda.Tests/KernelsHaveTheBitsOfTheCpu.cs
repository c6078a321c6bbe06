using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning.Kernels;
using Tomography.Learning.Tests;
using Tomography.Learning.Tests.Pins;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>The kernels, emulated on the CPU or on the GPU of this machine, against the CPU engine: bit by bit.</summary>
[Collection(nameof(Emulator))]
public sealed class KernelsHaveTheBitsOfTheCpu(EmulationFixture emulation)
{
    // Batches of several groups and blocks (8 crystals, 64 and 128 rows), of parts of them, and of one crystal.
    private static readonly int[][] s_batches =
        [[.. Enumerable.Range(0, 60)], [7], [.. Enumerable.Range(20, 17).Reverse()], [.. Enumerable.Range(0, 20).Select(i => i * 7 % 60)]];

    // So low that no model diverges: what is not a number has other bits on other devices.
    private const double Rate = 0.001;

    private static readonly ModelOption[] s_plain = new ModelOption[3];

    public static TheoryData<string> Cases => [.. PinnedTraining.Cases.Select(c => c.Name)];

    /// <summary>Twenty settings at random, each kind of optimizer, graph and feature among them.</summary>
    public static TheoryData<RandomSetting> Settings => [.. Enumerable.Range(1, 20).Select(RandomSetting.Draw)];

    [EmulationTheory]
    [MemberData(nameof(Cases))]
    public void Whole_trainings_come_to_the_pinned_numbers(string name)
    {
        var pinned = PinnedTraining.Cases.Single(c => c.Name == name);
        using var card = TestCard.Open(emulation);
        var there = PinnedTraining.Train(pinned, card.Device);
        var here = PinnedTraining.Train(pinned, new CpuDevice());
        card.Launches.ShouldBeGreaterThan(0);
        Bits.Of(there.Weights).ShouldBe(Bits.Of(here.Weights));
        Bits.Of(there.Running).ShouldBe(Bits.Of(here.Running));
        Bits.Of(there.Predictions).ShouldBe(Bits.Of(here.Predictions));
        Bits.Of(there.Latents).ShouldBe(Bits.Of(here.Latents));
        Bits.Of(there.Errors).ShouldBe(Bits.Of(here.Errors));
        there.BestEpoch.ShouldBe(here.BestEpoch);
    }

    [EmulationTheory]
    [MemberData(nameof(Settings))]
    public void Every_gradient_weight_statistic_and_prediction_is_the_same_at_random_settings(RandomSetting setting)
    {
        var crystals = new PhantomCrystals(60, new(setting.Representation), folded: setting.IsFolded, seed: (ulong)setting.Seed);
        using var card = TestCard.Open(emulation, setting.Seed);
        Follow(card, crystals.Packed, setting);
    }

    [EmulationTheory]
    [InlineData(0.5, 12, 0.2)] // no bonds at all
    [InlineData(2.3, 12, 0.2)] // bonds of some sites only: the first bond is not the first crystal's
    [InlineData(3, 12, 5)] // one Gaussian
    [InlineData(5, 20, 1.5)] // fewer Gaussians than a window
    [InlineData(8, 12, 0.02)] // windows far apart from distance to distance
    public void Also_for_graphs_with_few_bonds_or_few_or_many_gaussians(double radius, int neighbours, double step)
    {
        var graph = new GraphSettings(radius, neighbours, step);
        var crystals = Phantom.PhantomGenerator.Generate(60, 5)
            .Select(m => GraphFolding.Fold(StructureGraph.Build(m.Crystal, graph))).ToArray();
        var packed = GraphPacker.Pack(crystals, ElementFeatures.BuiltIn, GaussianBasis.Of(graph));
        using var card = TestCard.Open(emulation);
        Follow(
            card, packed,
            new(7, "structure", true, new(2, 5, 6, 1), OptimizerKind.Sgd, 0.01, [2], s_plain));
    }

    [EmulationFact]
    public void Also_for_crystals_of_one_site_and_of_a_thousand_beside_each_other()
    {
        var graph = new GraphSettings(4, 12, 0.5);
        CrystalGraph[] crystals = [.. new[] { 1, 10, 1, 2 }.Select(n => StructureGraph.Build(Lattices.Cubic(n), graph))];
        var packed = GraphPacker.Pack(crystals, ElementFeatures.BuiltIn, GaussianBasis.Of(graph));
        packed.NodeStart.Span[^1].ShouldBe(1 + 1000 + 1 + 8);
        using var card = TestCard.Open(emulation);
        Follow(
            card, packed, new(3, "structure", false, new(2, 4, 5, 1), OptimizerKind.Adam, 0, [], s_plain),
            [[0, 1, 2, 3], [1], [3, 0]]);
    }

    private static void Follow(TestCard card, PackedGraphs graphs, RandomSetting setting, int[][]? batches = null)
    {
        var random = new Generator(setting.Seed, GeneratorPurpose.Split);
        var training = TrainingSettings.Default with
        {
            BatchSize = 32, Optimizer = setting.Optimizer, WeightDecay = setting.WeightDecay, Loss = setting.Loss,
        };
        // Three models side by side, and only the last of them has the features.
        ImmutableArray<NetworkInputs> inputs =
        [
            .. new[] { 0, 1, setting.Features.Sum() }.Select((length, place) => new NetworkInputs(
                graphs,
                place == 2 ? RandomSetting.FeaturesOf(setting.Features, graphs.Count, random) : GivenFeatures.Of(length, Numbers(length)),
                Numbers(1), setting.Model, training)
            {
                TrunkRate = setting.Options[place] switch { ModelOption.Frozen => 0, ModelOption.TrainedOn => 0.3, _ => 1 },
                CrystalWeights = setting.Options[place] == ModelOption.Weighted
                    ? [.. Enumerable.Range(0, graphs.Count).Select(_ => 2 * random.NextUnit())]
                    : null,
                Joint = setting.Options[place] switch
                {
                    ModelOption.Class => new([Task("a", HeadKind.TwoClasses, 1)], JointSettings.Default),
                    ModelOption.Two => new(
                        [Task("a", HeadKind.Number, 0.8), Task("b", HeadKind.TwoClasses, 0.5)], JointSettings.Default),
                    ModelOption.Several => new(
                        [
                            Task("a", HeadKind.TwoClasses, 0.3) with { Weight = 3 }, Task("b", HeadKind.Number, 1),
                            Task("c", HeadKind.Number, 0.1) with { Weight = 0.2 },
                        ],
                        JointSettings.Default),
                    _ => null,
                },
            }),
        ];
        ImmutableArray<ModelState> initial = [.. inputs.Select((i, place) => Started(InitialWeights.Draw(i.CreateLayout(), 9 + place)))];
        using var graphsThere = new GpuGraphs(card.Gpu, graphs);
        using var bank = new CudaModelBank(card.Gpu, graphsThere, inputs, initial);
        CpuNetwork<Lanes8>[] alone = [.. inputs.Zip(initial, (i, state) => new CpuNetwork<Lanes8>(i, state))];
        // Gradients of tasks are measured at the first step, then at the one that is the twentieth: another one for each model.
        for (var m = 0; m < 3; m++) bank.LoadTraining(m, Measured(alone[m], 18 + m % 2));
        foreach (var batch in batches ?? s_batches)
        {
            var losses = new double[3];
            var stream = new BatchStream([batch], [0, 0, 0], 0, batch.Length, Rate);
            bank.Train(stream, [0, 1, 2], losses, () => false).ShouldBe(batch.Length);
            for (var m = 0; m < 3; m++)
            {
                losses[m].ShouldBe(alone[m].Train(batch, Rate) * batch.Length, $"loss of model {m}, {batch.Length} crystals");
                Compare(m, bank.Gradients(m), alone[m].Gradients.ToArray(), inputs[m]);
                Bits.Of(bank.Save(m).Parameters).ShouldBe(Bits.Of(alone[m].Save().Parameters));
                Bits.Of(bank.Save(m).Running).ShouldBe(Bits.Of(alone[m].Save().Running));
                Bits.Of(bank.SaveTraining(m).Joint?.Sums).ShouldBe(Bits.Of(alone[m].SaveTraining().Joint?.Sums), $"measures of model {m}");
            }
        }

        int[] all = [.. Enumerable.Range(0, graphs.Count).Reverse()];
        var predicted = new double[inputs.Sum(i => i.Tasks) * all.Length];
        bank.Predict([0, 1, 2], all, predicted);
        for (int m = 0, start = 0; m < 3; m++)
        {
            var expected = new double[inputs[m].Tasks * all.Length];
            alone[m].Predict(all, expected);
            Bits.Of(predicted.AsSpan(start, expected.Length)).ShouldBe(Bits.Of(expected));
            start += expected.Length;
            CompareVariances(bank, m, alone[m], all);
            float[] vectors = new float[all.Length * setting.Model.AtomFeatures], there = new float[vectors.Length];
            alone[m].Pool(inputs[m].Tasks - 1, all, vectors);
            bank.Pool(m, inputs[m].Tasks - 1, all, there);
            Bits.Of(there).ShouldBe(Bits.Of(vectors));
            Bits.Of(bank.SaveTraining(m).Optimizer.First).ShouldBe(Bits.Of(alone[m].SaveTraining().Optimizer.First));
            alone[m].Dispose();
        }

        // Statistics as a trained model has them: a frozen trunk goes by them.
        ModelState Started(ModelState drawn) =>
            drawn with { Running = [.. drawn.Running.Select(r => (float)(r + random.NextUnit() / 2))] };

        TaskTargets Task(string name, HeadKind kind, double share) => new(
            name, kind,
            [
                .. Numbers(1).Select(
                    t => random.NextUnit() < share ? kind == HeadKind.TwoClasses ? (t > 0 ? 1 : 0) : t : float.NaN),
            ],
            1);

        float[] Numbers(int perCrystal) =>
            [.. Enumerable.Range(0, perCrystal * graphs.Count).Select(_ => (float)(2 * random.NextUnit() - 1))];
    }

    private static void CompareVariances(CudaModelBank bank, int model, CpuNetwork<Lanes8> alone, int[] crystals)
    {
        double[] there = new double[crystals.Length], here = new double[crystals.Length];
        if (alone.Layout.Branches[0].Head.Variance is null)
        {
            Should.Throw<InvalidOperationException>(() => bank.LogVariances(model, crystals, there));
            return;
        }

        bank.LogVariances(model, crystals, there);
        alone.LogVariances(crystals, here);
        here.ShouldContain(v => v != 0);
        Bits.Of(there).ShouldBe(Bits.Of(here));
    }

    /// <summary>The state of training after so many steps.</summary>
    private static NetworkState Measured(CpuNetwork<Lanes8> network, long steps)
    {
        var state = network.SaveTraining();
        if (state.Joint is { } joint) network.LoadTraining(state = state with { Joint = joint with { Steps = steps } });
        return state;
    }

    private static void Compare(int model, float[] there, float[] here, NetworkInputs inputs)
    {
        var layout = inputs.CreateLayout();
        // Nobody asks for gradients of what stays as it is.
        foreach (var block in layout.Blocks.Where(b => inputs.TrunkRate > 0 || b.Offset >= layout.SharedSize))
        {
            here.AsSpan(block.Offset, block.Size).ToArray().ShouldAllBe(
                g => float.IsFinite(g), $"gradient of {block.Name}, model {model}: what diverges compares nothing");
            Bits.Of(there.AsSpan(block.Offset, block.Size)).ShouldBe(
                Bits.Of(here.AsSpan(block.Offset, block.Size)), $"gradient of {block.Name}, model {model}");
        }
    }
}
