using System.Runtime.InteropServices;
using Shouldly;
using Tomography.Learning.Kernels;
using Tomography.Learning.Tests.Pins;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

[Collection(nameof(Emulator))]
public sealed class KernelsHaveTheBitsOfTheCpu(EmulationFixture emulation)
{
    public static TheoryData<string> Cases => [.. PinnedTraining.Cases.Select(c => c.Name)];

    [EmulationTheory]
    [MemberData(nameof(Cases))]
    public void Whole_trainings_come_to_the_pinned_numbers(string name)
    {
        var pinned = PinnedTraining.Cases.Single(c => c.Name == name);
        using var gpu = emulation.Fast.Open();
        using var device = new CudaDevice("cuda:0", "emulated", null, () => gpu);
        var there = PinnedTraining.Train(pinned, device);
        var here = PinnedTraining.Train(pinned, new CpuDevice());
        Bits(there.Weights).ShouldBe(Bits(here.Weights));
    }

    private static int[] Bits(float[] values) => MemoryMarshal.Cast<float, int>(values).ToArray();
}
