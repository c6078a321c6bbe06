namespace Tomography.Analysis;

/// <summary>Target and one source: how often each pair of codes occurs.</summary>
internal sealed class SourceTable
{
    private readonly int _states;
    private readonly double[] _shares;

    /// <summary>Counts as shares.</summary>
    /// <param name="counts">Samples of a pair at target * <paramref name="states"/> + state.</param>
    /// <param name="states">Codes of the source.</param>
    /// <param name="samples">Sum of the counts.</param>
    public SourceTable(int[] counts, int states, int samples)
    {
        _states = states;
        _shares = Array.ConvertAll(counts, count => (double)count / samples);
        (Targets, States) = (new double[states == 0 ? 0 : counts.Length / states], new double[states]);
        for (var place = 0; place < counts.Length; place++)
        {
            Targets[place / states] += _shares[place];
            States[place % states] += _shares[place];
        }

        SpecificBits = [.. Enumerable.Range(0, Targets.Length).Select(Specific)];
    }

    /// <summary>Share of each code of the target.</summary>
    public double[] Targets { get; }

    /// <summary>Share of each code of the source.</summary>
    public double[] States { get; }

    /// <summary>
    /// What the source tells of each code of the target, bits: I(T = t; S) = sum over s of p(s | t) log [p(t | s) / p(t)]
    /// (arXiv:1004.2515, equation 2).
    /// </summary>
    public double[] SpecificBits { get; }

    /// <summary>The mutual information of the table, bits, without correction.</summary>
    public double Bits => SpecificBits.Select((bits, target) => Targets[target] * bits).Sum();

    /// <summary>The share of a pair of codes.</summary>
    public double this[int target, int state] => _shares[target * _states + state];

    private double Specific(int target)
    {
        var sum = 0.0;
        for (var state = 0; state < _states; state++)
            if (this[target, state] is > 0 and var share)
                sum += share / Targets[target] * Math.Log2(share / (Targets[target] * States[state]));
        return sum;
    }
}
