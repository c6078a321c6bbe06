namespace Tomography.Analysis;

/// <summary>How often each class or bin of a target meets those of two sources.</summary>
internal sealed class JointTable
{
    private readonly int[] _counts;

    /// <summary>Counts samples.</summary>
    /// <param name="target">Code of the target per sample, from 0; each code below the largest occurs.</param>
    /// <param name="first">The same for the first source.</param>
    /// <param name="second">The same for the second source.</param>
    /// <param name="order">Sample i gets the first source of sample order[i]; null leaves all as they are.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public JointTable(int[] target, int[] first, int[] second, int[]? order = null)
    {
        if (target.Length != first.Length || target.Length != second.Length)
            throw new ArgumentException(
                $"There are {target.Length} samples of the target, {first.Length} and {second.Length} of the sources; expected as many of "
                    + $"each.",
                nameof(target));
        Samples = target.Length;
        (Targets, Firsts, Seconds) = (Size(target), Size(first), Size(second));
        _counts = new int[Targets * Firsts * Seconds];
        for (var sample = 0; sample < target.Length; sample++)
        {
            var dealt = first[order is null ? sample : order[sample]];
            _counts[(target[sample] * Firsts + dealt) * Seconds + second[sample]]++;
        }
    }

    /// <summary>The table of samples with any codes.</summary>
    public static JointTable OfCodes(ReadOnlySpan<int> target, ReadOnlySpan<int> first, ReadOnlySpan<int> second) =>
        new(Dense(target), Dense(first), Dense(second));

    /// <summary>How many samples were counted.</summary>
    public int Samples { get; }

    /// <summary>Codes of the target.</summary>
    public int Targets { get; }

    /// <summary>Codes of the first source.</summary>
    public int Firsts { get; }

    /// <summary>Codes of the second source.</summary>
    public int Seconds { get; }

    /// <summary>Samples of one cell.</summary>
    public int Count(int target, int first, int second) => _counts[(target * Firsts + first) * Seconds + second];

    /// <summary>The table of target and first source, as shares of all samples.</summary>
    public SourceTable First => field ??= Table(Firsts, (first, _) => first);

    /// <summary>The table of target and second source.</summary>
    public SourceTable Second => field ??= Table(Seconds, (_, second) => second);

    /// <summary>The table of target and both sources as one.</summary>
    public SourceTable Both => field ??= Table(Firsts * Seconds, (first, second) => first * Seconds + second);

    private SourceTable Table(int states, Func<int, int, int> state)
    {
        var counts = new int[Targets * states];
        for (var target = 0; target < Targets; target++)
            for (var first = 0; first < Firsts; first++)
                for (var second = 0; second < Seconds; second++)
                    counts[target * states + state(first, second)] += Count(target, first, second);
        return new(counts, states, Samples);
    }

    private static int Size(int[] codes) => codes.Length == 0 ? 0 : codes.Max() + 1;

    private static int[] Dense(ReadOnlySpan<int> codes) =>
        Tomography.Analysis.Samples.Codes(Array.ConvertAll(codes.ToArray(), code => (double)code));
}
