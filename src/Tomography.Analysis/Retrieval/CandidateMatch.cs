using MathNet.Numerics.LinearAlgebra;

namespace Tomography.Analysis;

/// <summary>
/// Compares what was measured of an unknown crystal with candidates, by the scatter of the difference between what is measured of a crystal
/// and what is known of it as a candidate.
/// </summary>
/// <param name="scatter">
/// Covariance of that difference over the properties, in their standard deviations squared; positive definite.
/// </param>
/// <param name="tail">Degrees of freedom of Student's t for it; above 0. Large differences surprise less where they are few.</param>
internal sealed class CandidateMatch(Matrix<double> scatter, double tail)
{
    /// <summary>What is known of which candidate each crystal is.</summary>
    /// <param name="measured">Per property the measured value of each crystal, in standard deviations.</param>
    /// <param name="known">Per property what is known of each as a candidate, in the same unit; crystal i is candidate i.</param>
    /// <param name="used">Which of the properties were measured; none for none.</param>
    /// <param name="mayBe">Whether a candidate may be a crystal at all; null where all may.</param>
    public MatchedCrystal[] Of(double[][] measured, double[][] known, IReadOnlyList<int> used, Func<int, int, bool>? mayBe = null)
    {
        var count = measured[0].Length;
        var (own, others) = (Whitened(measured, used), Whitened(known, used));
        var matches = new MatchedCrystal[count];
        Parallel.For(0, count, unknown => matches[unknown] = Match(unknown));
        return matches;

        MatchedCrystal Match(int unknown)
        {
            var scores = new double[count];
            for (var candidate = 0; candidate < count; candidate++)
                scores[candidate] = mayBe?.Invoke(unknown, candidate) == false
                    ? double.NegativeInfinity
                    : -(tail + used.Count) / 2 * Math.Log(1 + Distance(own, others, unknown, candidate) / tail);
            var most = scores.Max();
            var (sum, better, equal) = (0.0, 0, 0);
            foreach (var score in scores)
            {
                sum += Math.Exp(score - most);
                if (score > scores[unknown]) better++;
                else if (score == scores[unknown]) equal++;
            }

            // Of candidates that are as good the true one stands in the middle.
            var bits = Math.Log2(count) + (scores[unknown] - most - Math.Log(sum)) / Math.Log(2);
            return new(bits, 1 + better + (equal - 1) / 2.0);
        }
    }

    private static double Distance(double[][] own, double[][] others, int unknown, int candidate)
    {
        var sum = 0.0;
        for (var p = 0; p < own.Length; p++)
        {
            var difference = own[p][unknown] - others[p][candidate];
            sum += difference * difference;
        }

        return sum;
    }

    // The inverse of the Cholesky factor turns squared lengths into squared distances by the scatter.
    private double[][] Whitened(double[][] values, IReadOnlyList<int> used)
    {
        if (used.Count == 0) return [];
        var part = Matrix<double>.Build.Dense(used.Count, used.Count, (i, j) => scatter[used[i], used[j]]);
        var inverse = part.Cholesky().Factor.Inverse();
        return (inverse * Matrix<double>.Build.DenseOfRowArrays(used.Select(p => values[p]))).ToRowArrays();
    }
}
