namespace Tomography.Learning;

/// <summary>Where a <see cref="Generator"/> stands in its stream: the four words of xoshiro256**.</summary>
/// <param name="A">First word.</param>
/// <param name="B">Second word.</param>
/// <param name="C">Third word.</param>
/// <param name="D">Fourth word.</param>
public readonly record struct GeneratorState(ulong A, ulong B, ulong C, ulong D);
