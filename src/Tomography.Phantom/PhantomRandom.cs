namespace Tomography.Phantom;

/// <summary>
/// Random numbers that are the same everywhere: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), started from a seed, the
/// number of a material and the number of a stream, so that each material has streams of its own.
/// </summary>
internal struct PhantomRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state;

    public PhantomRandom(ulong seed, int material, int stream) =>
        _state = Mix(Mix(seed + Golden) ^ Mix((ulong)material * Golden + (ulong)stream + 1));

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += Golden;
        return Mix(_state);
    }

    /// <summary>A number in [0, 1) with 53 bits.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="count"/>).</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
