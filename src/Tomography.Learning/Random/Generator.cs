using System.Numerics;

namespace Tomography.Learning;

/// <summary>
/// xoshiro256** (Blackman and Vigna, 2018) whose state SplitMix64 fills from a seed, a <see cref="GeneratorPurpose"/> and a label.
/// The same arguments give the same numbers on any machine and in any version of the program.
/// </summary>
public sealed class Generator
{
    private ulong _a, _b, _c, _d;

    /// <summary>A stream of its own for a seed, a purpose and a label (such as the name of a parameter block).</summary>
    public Generator(long seed, GeneratorPurpose purpose, string label = "")
    {
        var state = unchecked((ulong)seed);
        state = SplitMix64(ref state) ^ ((ulong)purpose << 32);
        foreach (var letter in label)
        {
            state ^= letter;
            state = SplitMix64(ref state);
        }

        _a = SplitMix64(ref state);
        _b = SplitMix64(ref state);
        _c = SplitMix64(ref state);
        _d = SplitMix64(ref state);
    }

    /// <summary>A stream that goes on where another stood.</summary>
    /// <exception cref="ArgumentException">All words are zero, where no generator ever stands.</exception>
    public Generator(GeneratorState state)
    {
        if (state == default) throw new ArgumentException("A generator never stands at zero.", nameof(state));
        (_a, _b, _c, _d) = (state.A, state.B, state.C, state.D);
    }

    /// <summary>Where the stream stands.</summary>
    public GeneratorState State => new(_a, _b, _c, _d);

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number in [0, 1), a multiple of 2^-53.</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="exclusive"/>), each equally likely (Lemire's rejection).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public int NextBelow(int exclusive)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusive);
        var bound = (ulong)exclusive;
        var threshold = (0 - bound) % bound;
        while (true)
        {
            var high = Math.BigMul(NextBits(), bound, out var low);
            if (low >= threshold) return (int)high;
        }
    }

    /// <summary>Puts a list into random order (Fisher and Yates).</summary>
    public void Shuffle(Span<int> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = NextBelow(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong SplitMix64(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
