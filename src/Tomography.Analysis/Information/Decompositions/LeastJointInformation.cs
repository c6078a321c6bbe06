namespace Tomography.Analysis;

/// <summary>
/// The least that two sources can tell together about a target, over all joint tables with the given tables of target and each source.
/// </summary>
/// <remarks>
/// A convex problem: minimise the sum over t of D(q_t || r), r the sum of q_t, over q_t with given row and column sums. For fixed r the
/// q_t are u_t(a) r(a, b) v_t(b) (Sinkhorn); then r is the sum of the q_t again (Banerjee, Rauh, Montúfar, ISIT 2018). Steps are
/// lengthened by Nesterov's momentum in log r, begun anew where it leads uphill. Any u, v bound the minimum from below: sum of p log u +
/// sum of p log v - log max over (a, b) of the sum over t of u v, since a table with that largest sum at 1 is feasible in the dual. Any
/// table with the sums bounds it from above. The search ends where the two are within the tolerance.
/// </remarks>
internal sealed class LeastJointInformation
{
    private const int MostSteps = 20_000;
    private const int StepsPerCheck = 10;

    // A search that takes longer ends at ten times the tolerance: of 120,000 small random tables four, and one or two of 25 with thousands
    // of cells.
    private const int StepsForTolerance = 6_000;

    // Momentum can run in circles: there is less of it after every so many steps, and none in the end.
    private const int StepsPerMomentum = 500;
    private const double MomentumLost = 0.1;

    // Shares that fall to 0 stay above it, so that nothing is divided by 0 and what fell too far can come back.
    private const double Least = 1e-12;

    private readonly SourceTable _first, _second;
    private readonly int _targets, _firsts, _seconds;
    private readonly double[] _u, _v, _columns, _sources, _stepped, _before, _growth;

    private LeastJointInformation(SourceTable first, SourceTable second)
    {
        (_first, _second, _targets, _firsts, _seconds) = (first, second, first.Targets.Length, first.States.Length, second.States.Length);
        (_u, _v) = (new double[_targets * _firsts], new double[_targets * _seconds]);
        (_columns, _sources) = (new double[_seconds], new double[_firsts * _seconds]);
        (_stepped, _growth) = (new double[_sources.Length], new double[_sources.Length]);
        for (var target = 0; target < _targets; target++)
        {
            for (var a = 0; a < _firsts; a++) _u[target * _firsts + a] = first[target, a] > 0 ? 1 : 0;
            for (var b = 0; b < _seconds; b++) _v[target * _seconds + b] = second[target, b] > 0 ? 1 : 0;
            // The sources independent given the target: positive wherever any table can be.
            for (var a = 0; a < _firsts; a++)
                for (var b = 0; b < _seconds; b++)
                    _sources[a * _seconds + b] += first[target, a] * second[target, b] / first.Targets[target];
        }

        _before = (double[])_sources.Clone();
    }

    /// <summary>Finds it.</summary>
    /// <param name="first">Target and first source.</param>
    /// <param name="second">Target and second source; with the same shares of the target.</param>
    /// <param name="tolerance">The gap to end at, bits, or ten times that where the search is slow; above 0.</param>
    /// <returns>Bits, above the least by the gap at most; null where it was not reached.</returns>
    public static double? Of(SourceTable first, SourceTable second, double tolerance)
    {
        var search = new LeastJointInformation(first, second);
        var momentum = 0;
        for (var step = 1; step <= MostSteps; step++)
        {
            search.Project();
            search.Project();
            var gap = step > StepsForTolerance ? 10 * tolerance : tolerance;
            if (step % StepsPerCheck == 0 && search.Found(gap) is { } bits) return bits;
            momentum = search.Step(momentum, Math.Max(0, 1 - MomentumLost * (step / StepsPerMomentum)));
        }

        return null;
    }

    // One round of Sinkhorn: columns, then rows; after it the rows are exact.
    private void Project()
    {
        Array.Clear(_growth);
        for (var target = 0; target < _targets; target++)
        {
            var u = _u.AsSpan(target * _firsts, _firsts);
            var v = _v.AsSpan(target * _seconds, _seconds);
            var columns = _columns.AsSpan();
            columns.Clear();
            for (var a = 0; a < _firsts; a++)
            {
                var row = _sources.AsSpan(a * _seconds, _seconds);
                for (var b = 0; b < row.Length; b++) columns[b] += u[a] * row[b];
            }

            for (var b = 0; b < v.Length; b++)
                if (v[b] > 0) v[b] = _second[target, b] / columns[b];
            for (var a = 0; a < _firsts; a++)
            {
                if (u[a] == 0) continue;
                var row = _sources.AsSpan(a * _seconds, _seconds);
                var sum = 0.0;
                for (var b = 0; b < row.Length; b++) sum += row[b] * v[b];
                u[a] = _first[target, a] / sum;
                var growth = _growth.AsSpan(a * _seconds, _seconds);
                for (var b = 0; b < row.Length; b++) growth[b] += u[a] * v[b];
            }
        }
    }

    // r becomes the sum of the q_t, and goes on in the direction of the last step.
    private int Step(int momentum, double most)
    {
        var along = 0.0;
        for (var cell = 0; cell < _sources.Length; cell++)
        {
            if (_sources[cell] == 0) continue;
            _stepped[cell] = Math.Max(Least, _sources[cell] * _growth[cell]);
            along += (_growth[cell] - 1) * (_stepped[cell] - _before[cell]);
        }

        var next = along < 0 ? 1 : momentum + 1;
        var (length, total) = (most * (next - 1) / (next + 2), 0.0);
        for (var cell = 0; cell < _sources.Length; cell++)
        {
            if (_sources[cell] == 0) continue;
            _sources[cell] = Math.Max(Least, _stepped[cell] * Power(_stepped[cell] / _before[cell], length));
            _before[cell] = _stepped[cell];
            total += _sources[cell];
        }

        for (var cell = 0; cell < _sources.Length; cell++) _sources[cell] /= total;
        return next;
    }

    // x^p for p from 0 to 1; near 1 by its Pade approximant, which is many times faster and as good a direction.
    private static double Power(double x, double p) =>
        x is > 0.5 and < 2 ? ((1 + p) * x + 1 - p) / ((1 - p) * x + 1 + p) : Math.Pow(x, p);

    // The upper bound, where it is near enough to the lower one.
    private double? Found(double tolerance)
    {
        var below = -Math.Log2(_growth.Max());
        // Nearly the gap itself, so that the dearer bounds are worth their while only where it is small.
        if (-below > 2 * tolerance) return null;
        for (var target = 0; target < _targets; target++)
        {
            below += Sum(_u, target, _firsts, _first) + Sum(_v, target, _seconds, _second);
            below -= _first.Targets[target] * Math.Log2(_first.Targets[target]);
        }

        // The sum of p log u over the states that occur.
        static double Sum(double[] factors, int target, int states, SourceTable table)
        {
            var sum = 0.0;
            for (var state = 0; state < states; state++)
                if (table[target, state] > 0)
                    sum += table[target, state] * Math.Log2(factors[target * states + state]);
            return sum;
        }

        var above = JointBits();
        return above - below <= tolerance ? above : null;
    }

    // What the sources tell together in a table near q that has the very sums: columns that are too full are cut, and what is then
    // missing is put where rows and columns lack it (Altschuler, Weed, Rigollet 2017).
    private double JointBits()
    {
        var tables = new double[_targets][];
        var both = new double[_sources.Length];
        for (var target = 0; target < _targets; target++)
        {
            var q = tables[target] = new double[_sources.Length];
            var (rows, columns) = (new double[_firsts], new double[_seconds]);
            for (var cell = 0; cell < q.Length; cell++)
            {
                var (a, b) = (cell / _seconds, cell % _seconds);
                q[cell] = _u[target * _firsts + a] * _sources[cell] * _v[target * _seconds + b];
                columns[b] += q[cell];
            }

            for (var cell = 0; cell < q.Length; cell++)
            {
                var b = cell % _seconds;
                if (columns[b] > _second[target, b]) q[cell] *= _second[target, b] / columns[b];
                rows[cell / _seconds] += q[cell];
            }

            for (var b = 0; b < columns.Length; b++) columns[b] = Math.Max(0, _second[target, b] - columns[b]);
            for (var a = 0; a < rows.Length; a++) rows[a] = Math.Max(0, _first[target, a] - rows[a]);
            var missing = rows.Sum();
            for (var cell = 0; cell < q.Length; cell++)
            {
                if (missing > 0) q[cell] += rows[cell / _seconds] * columns[cell % _seconds] / missing;
                both[cell] += q[cell];
            }
        }

        var bits = 0.0;
        for (var target = 0; target < _targets; target++)
            for (var cell = 0; cell < both.Length; cell++)
                if (tables[target][cell] is > 0 and var share)
                    bits += share * Math.Log2(share / (both[cell] * _first.Targets[target]));
        return bits;
    }
}
