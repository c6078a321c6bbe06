namespace Tomography.Analysis;

/// <summary>The two-source partial information decomposition of Williams and Beer (arXiv:1004.2515) with the redundancy I_min.</summary>
/// <remarks>
/// Redundant = sum over t of p(t) min over sources of I(T = t; S), with the specific information I(T = t; S) = sum over s of p(s | t) [log
/// p(t | s) - log p(t)] (equations 2 and 4); unique i = I(T; S_i) - redundant; synergetic = I(T; S1, S2) - I(T; S1) - I(T; S2) + redundant.
/// Shares are plug-in, without correction, so that the parts add up.
/// </remarks>
internal static class InformationDecomposition
{
    /// <summary>Decomposes what two sources tell about a target.</summary>
    /// <param name="target">Class or bin of the target per sample.</param>
    /// <param name="first">Class or bin of the first source.</param>
    /// <param name="second">Class or bin of the second source.</param>
    /// <returns>The parts in bits; all 0 without samples.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static InformationParts Of(ReadOnlySpan<int> target, ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (target.Length != first.Length || target.Length != second.Length)
            throw new ArgumentException(
                $"There are {target.Length} samples of the target, {first.Length} and {second.Length} of the sources; expected as many of "
                    + $"each.",
                nameof(target));
        if (target.IsEmpty)
            return new(0, 0, 0, 0);

        var both = new (int, int)[target.Length];
        for (var place = 0; place < both.Length; place++) both[place] = (first[place], second[place]);
        var shares = Shares(target);
        var ofFirst = Specific(target, first.ToArray(), shares);
        var ofSecond = Specific(target, second.ToArray(), shares);
        var ofBoth = Specific(target, both, shares);

        var states = shares.Keys.Order().ToArray();
        var informationFirst = states.Sum(state => shares[state] * ofFirst[state]);
        var informationSecond = states.Sum(state => shares[state] * ofSecond[state]);
        var joint = states.Sum(state => shares[state] * ofBoth[state]);
        var redundant = states.Sum(state => shares[state] * Math.Min(ofFirst[state], ofSecond[state]));
        // All parts are at least 0 (Williams and Beer, theorem 5); what rounding leaves below is cut.
        return new(
            Math.Max(0, redundant),
            Math.Max(0, informationFirst - redundant),
            Math.Max(0, informationSecond - redundant),
            Math.Max(0, joint - informationFirst - informationSecond + redundant));
    }

    private static Dictionary<int, double> Shares(ReadOnlySpan<int> target)
    {
        var counts = new Dictionary<int, double>();
        foreach (var state in target) counts[state] = counts.GetValueOrDefault(state) + 1;
        var total = target.Length;
        return counts.ToDictionary(pair => pair.Key, pair => pair.Value / total);
    }

    // Specific information of each target state, in bits.
    private static Dictionary<int, double> Specific<T>(ReadOnlySpan<int> target, T[] source, Dictionary<int, double> shares)
        where T : notnull
    {
        var joint = new Dictionary<(int Target, T Source), int>();
        var alone = new Dictionary<T, int>();
        for (var place = 0; place < source.Length; place++)
        {
            joint[(target[place], source[place])] = joint.GetValueOrDefault((target[place], source[place])) + 1;
            alone[source[place]] = alone.GetValueOrDefault(source[place]) + 1;
        }

        var specific = shares.Keys.ToDictionary(state => state, _ => 0.0);
        foreach (var ((state, value), count) in joint)
            specific[state] += count / (shares[state] * source.Length) * Math.Log2(count / (alone[value] * shares[state]));
        return specific;
    }
}
