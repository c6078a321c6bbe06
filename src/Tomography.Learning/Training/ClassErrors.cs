namespace Tomography.Learning;

/// <summary>How well probabilities tell the second of two classes from the first.</summary>
/// <param name="BalancedAccuracy">
/// Mean of the shares of either class that are told right, from 0 to 1; where one class is not there, the share of the other.
/// </param>
/// <param name="F1">Harmonic mean of precision and recall of the second class, from 0 to 1; 0 where none of it is found.</param>
/// <param name="RocAuc">
/// Probability that one of the second class has a higher probability than one of the first, equal ones counting half (Mann and Whitney);
/// 0.5 where one class is not there.
/// </param>
public sealed record ClassErrors(double BalancedAccuracy, double F1, double RocAuc)
{
    /// <summary>Compares probabilities of the second class with what is true.</summary>
    /// <param name="probabilities">The probabilities; from 0.5 on the second class is told.</param>
    /// <param name="actual">1 for the second class, 0 for the first; as many.</param>
    public static ClassErrors Of(IReadOnlyList<double> probabilities, IReadOnlyList<double> actual)
    {
        double found = 0, missed = 0, wrong = 0, right = 0;
        for (var i = 0; i < actual.Count; i++)
        {
            var told = probabilities[i] >= 0.5;
            if (actual[i] >= 0.5) (found, missed) = told ? (found + 1, missed) : (found, missed + 1);
            else (right, wrong) = told ? (right, wrong + 1) : (right + 1, wrong);
        }

        double seconds = found + missed, firsts = right + wrong;
        var balanced = seconds == 0 ? right / firsts : firsts == 0 ? found / seconds : (found / seconds + right / firsts) / 2;
        var f1 = found == 0 ? 0 : 2 * found / (2 * found + missed + wrong);
        return new(balanced, f1, AreaUnderCurve(probabilities, actual, seconds, firsts));
    }

    private static double AreaUnderCurve(
        IReadOnlyList<double> probabilities, IReadOnlyList<double> actual, double seconds, double firsts)
    {
        if (seconds == 0 || firsts == 0) return 0.5;
        // By the sum of ranks of the second class, ties sharing the mean of theirs.
        var order = Enumerable.Range(0, actual.Count).OrderBy(i => probabilities[i]).ToArray();
        double ranks = 0;
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && probabilities[order[end]] == probabilities[order[start]];) end++;
            var rank = (start + 1 + end) / 2.0;
            for (var i = start; i < end; i++)
                if (actual[order[i]] >= 0.5)
                    ranks += rank;
        }

        return (ranks - seconds * (seconds + 1) / 2) / (seconds * firsts);
    }
}
