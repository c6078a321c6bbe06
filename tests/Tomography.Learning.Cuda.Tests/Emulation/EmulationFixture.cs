namespace Tomography.Learning.Cuda.Tests;

/// <summary>The kernels as they are, compiled once for all tests of a class.</summary>
public sealed class EmulationFixture : IDisposable
{
    private readonly Lazy<Emulator> _fast = new(() => new()), _checked = new(() => new(isChecked: true));

    internal Emulator Fast => _fast.Value;

    internal Emulator Checked => _checked.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_fast.IsValueCreated) _fast.Value.Dispose();
        if (_checked.IsValueCreated) _checked.Value.Dispose();
    }
}
