using Shouldly;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>Says whether the tests of the kernels ran on a GPU: where it is skipped they ran on the emulated card.</summary>
[Collection(nameof(Emulator))]
public sealed class TestsRunOnTheCard(EmulationFixture emulation)
{
    [GpuFact]
    public void Where_this_machine_has_one()
    {
        using var card = TestCard.Open(emulation);
        card.Gpu.ShouldBeOfType<CudaGpu>();
        card.Gpu.Memory.Free.ShouldBeInRange(1, card.Gpu.Memory.Total);
        SmallCohort.Train(card.Device, SmallCohort.Of(OptimizerKind.Sgd, epochs: 1)).Count.ShouldBe(8);
    }
}
