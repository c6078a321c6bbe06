namespace Tomography.Learning.Cuda.Tests;

/// <summary>The card that tests run on: the GPU of this machine where it has one, else the emulated one.</summary>
internal sealed class TestCard : IDisposable
{
    private readonly EmulatedGpu? _emulated;

    private TestCard(IGpu gpu)
    {
        (Gpu, _emulated) = (gpu, gpu as EmulatedGpu);
        Device = new("cuda:0", "of a test", () => null, () => Gpu);
    }

    /// <summary>Why tests do not run on a GPU; null where they do.</summary>
    public static string? Obstacle { get; } = CudaDevices.All().First().Problem is { } problem
        ? $"The kernels are tested on an emulated card: {problem}."
        : null;

    /// <summary>Its memory and kernels.</summary>
    public IGpu Gpu { get; }

    /// <summary>The device that trains on it.</summary>
    public CudaDevice Device { get; }

    /// <summary>How many kernels were launched; of a GPU it is not known, but not none.</summary>
    public int Launches => _emulated?.Launches.Values.Sum() ?? int.MaxValue;

    /// <summary>The kernels that were launched on an emulated card.</summary>
    public IEnumerable<string> Kernels => _emulated!.Launches.Keys;

    /// <summary>How many pieces of an emulated card's memory are held.</summary>
    public int Held => _emulated!.Held;

    /// <summary>The most bytes of an emulated card that were in use.</summary>
    public long Used => _emulated!.Used;

    /// <summary>A card for one test.</summary>
    public static TestCard Open(EmulationFixture emulation, int seed = 1) =>
        new(Obstacle is null ? new CudaGpu(0) : emulation.Fast.Open((ulong)seed));

    /// <summary>An emulated card, whether there is a GPU or not.</summary>
    public static TestCard Emulated(Emulator emulator, int seed = 1, long bytes = 1L << 32) => new(emulator.Open((ulong)seed, bytes));

    /// <inheritdoc/>
    public void Dispose() => Device.Dispose();
}
