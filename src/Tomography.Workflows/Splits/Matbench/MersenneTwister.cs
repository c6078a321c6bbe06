namespace Tomography.Workflows;

/// <summary>
/// The generator MT19937 (Matsumoto and Nishimura, 1998), seeded by one number, with the shuffle that numpy has always had: official folds
/// of benchmarks are defined by it. What this program draws for itself comes from another generator.
/// </summary>
internal sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Offset = 397;

    private readonly uint[] _state = new uint[Size];
    private int _next = Size;

    /// <summary>Seeds it.</summary>
    public MersenneTwister(uint seed)
    {
        _state[0] = seed;
        for (var i = 1; i < Size; i++)
            _state[i] = unchecked(1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30)) + (uint)i);
    }

    /// <summary>Puts a list into random order, from its end.</summary>
    public void Shuffle(Span<int> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = UpTo((uint)last);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary>A whole number from 0 to the highest: as many low bits as it needs, again where they make more.</summary>
    private int UpTo(uint highest)
    {
        var mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount(highest);
        while (true)
            if ((NextBits() & mask) is var drawn && drawn <= highest)
                return (int)drawn;
    }

    private uint NextBits()
    {
        if (_next == Size) Refill();
        var bits = _state[_next++];
        bits ^= bits >> 11;
        bits ^= (bits << 7) & 0x9D2C5680u;
        bits ^= (bits << 15) & 0xEFC60000u;
        return bits ^ (bits >> 18);
    }

    private void Refill()
    {
        for (var i = 0; i < Size; i++)
        {
            var both = (_state[i] & 0x80000000u) | (_state[(i + 1) % Size] & 0x7FFFFFFFu);
            _state[i] = _state[(i + Offset) % Size] ^ (both >> 1) ^ ((both & 1) == 0 ? 0 : 0x9908B0DFu);
        }

        _next = 0;
    }
}
