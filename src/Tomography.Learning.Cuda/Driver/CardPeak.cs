namespace Tomography.Learning.Cuda;

/// <summary>What a card could do at most, by its own account.</summary>
/// <param name="Operations">Float32 operations per second, a fused multiply-add counting two.</param>
/// <param name="Bytes">Bytes per second from and to its memory.</param>
internal readonly record struct CardPeak(double Operations, double Bytes)
{
    // CU_DEVICE_ATTRIBUTE_ of the CUDA Driver API.
    private const int ClockRate = 13, Multiprocessors = 16, MemoryClockRate = 36, BusWidth = 37, Major = 75, Minor = 76;

    /// <summary>Asks the driver.</summary>
    /// <param name="ordinal">The card's number.</param>
    /// <exception cref="DeviceFailedException">The card does not answer.</exception>
    public static CardPeak Of(int ordinal)
    {
        CudaCalls.Require(CudaNative.cuDeviceGet(out var device, ordinal), "cuDeviceGet");
        // Volta (7.0), Turing (7.5) and the A100 (8.0) have 64 units per multiprocessor, all others 128.
        var units = Value(Major) == 7 || (Value(Major) == 8 && Value(Minor) == 0) ? 64 : 128;
        // Clocks in kHz; memory sends twice per clock.
        return new(2e3 * units * Value(Multiprocessors) * Value(ClockRate), 2e3 * Value(MemoryClockRate) * Value(BusWidth) / 8);

        double Value(int attribute)
        {
            CudaCalls.Require(CudaNative.cuDeviceGetAttribute(out var value, attribute, device), "cuDeviceGetAttribute");
            return value;
        }
    }
}
