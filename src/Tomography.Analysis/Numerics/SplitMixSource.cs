namespace Tomography.Analysis;

/// <summary>The numbers of <see cref="SplitMixRandom"/> for libraries that draw from a <see cref="Random"/>.</summary>
/// <param name="stream">Which stream of numbers.</param>
internal sealed class SplitMixSource(ulong stream) : Random
{
    private SplitMixRandom _random = new(stream);

    /// <inheritdoc/>
    public override double NextDouble() => _random.Unit();

    /// <inheritdoc/>
    public override int Next() => _random.Below(int.MaxValue);

    /// <inheritdoc/>
    public override int Next(int maxValue) => _random.Below(maxValue);

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => minValue + _random.Below(maxValue - minValue);

    /// <inheritdoc/>
    protected override double Sample() => _random.Unit();
}
