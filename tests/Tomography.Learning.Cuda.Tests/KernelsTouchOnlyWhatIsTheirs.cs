using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning.Kernels;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>
/// Every access of every kernel to memory is checked: that the memory is there, that somebody wrote what is read, and that no other thread
/// touches it without a barrier between, whatever order threads run in.
/// </summary>
[Collection(nameof(Emulator))]
public sealed class KernelsTouchOnlyWhatIsTheirs(EmulationFixture emulation)
{
    [EmulationTheory]
    [InlineData(1)]
    [InlineData(2)]
    public void In_a_training_of_a_cohort(int seed)
    {
        using var card = TestCard.Emulated(emulation.Checked, seed);
        var (optimizer, loss) = seed == 1 ? (OptimizerKind.Sgd, LossKind.Squared) : (OptimizerKind.Adam, LossKind.Gaussian);
        var (cohort, special) = (SmallCohort.Of(optimizer, epochs: 1, loss), SmallCohort.Special(optimizer, epochs: 1, loss));
        // A frozen trunk, three targets, two targets of which one has a feature; the first step measures.
        ImmutableArray<TrainingTask> models = [cohort.Models[0], cohort.Models[6], special.Models[2], special.Models[8], special.Models[9]];
        SmallCohort.Train(card.Device, new(models)).Count.ShouldBe(5);
        card.Kernels.ShouldBe(KernelNames.All, ignoreOrder: true, "all of them were checked");
    }

    [EmulationFact]
    public void In_tiles_and_blocks_that_are_full_and_for_large_crystals()
    {
        var graph = new GraphSettings(5, 12, 0.2);
        int[] edges = [1, 2, 3, 1, 2, 3, 1, 2, 3, 4];
        CrystalGraph[] crystals = [.. edges.Select(edge => StructureGraph.Build(Lattices.Cubic(edge), graph))];
        var packed = GraphPacker.Pack(crystals, ElementFeatures.BuiltIn, GaussianBasis.Of(graph));
        using var card = TestCard.Emulated(emulation.Checked);
        var inputs = new NetworkInputs(packed, FeatureVectors.None, new float[10], new(2, 68, 70, 1), TrainingSettings.Default);
        var initial = InitialWeights.Draw(inputs.CreateLayout(), 5);
        using var graphs = new GpuGraphs(card.Gpu, packed);
        using var bank = new CudaModelBank(card.Gpu, graphs, [inputs], [initial]);
        using var alone = new CpuNetwork<Lanes8>(inputs, initial);
        int[] order = [.. Enumerable.Range(0, 10)];
        bank.Train(new([order], [0], 0, 10, 0.01), [0], new double[1], () => false).ShouldBe(10);
        alone.Train(order, 0.01);
        Bits.Of(bank.Save(0).Parameters).ShouldBe(Bits.Of(alone.Save().Parameters));
    }
}
