using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

[Collection(nameof(Emulator))]
public sealed class StructuresAreLaidOutAlike(EmulationFixture emulation)
{
    [EmulationFact]
    public void What_kernels_are_told_has_the_same_size_in_both_languages()
    {
        emulation.Fast.SizeOf("step").ShouldBe(Unsafe.SizeOf<Step>());
        emulation.Fast.SizeOf("batch").ShouldBe(Unsafe.SizeOf<Batch>());
        emulation.Fast.SizeOf("arguments").ShouldBe(Unsafe.SizeOf<LaunchArguments>());
        emulation.Fast.SizeOf("head").ShouldBe(Unsafe.SizeOf<Head>());
        emulation.Fast.SizeOf("bond").ShouldBe(Unsafe.SizeOf<Bond>());
    }
}
