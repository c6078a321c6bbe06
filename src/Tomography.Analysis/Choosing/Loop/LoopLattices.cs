using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>How the lattice of a loop moves from round to round.</summary>
internal static class LoopLattices
{
    /// <summary>
    /// The relative change of the weights in the last round: sum of |w - w'| / sum of (w + w'), as for drift elsewhere; null for fewer than
    /// two lattices.
    /// </summary>
    /// <param name="weights">Per round the weights of the edges, in one order.</param>
    public static double? Drift(IReadOnlyList<double[]> weights)
    {
        if (weights.Count < 2) return null;
        var pairs = weights[^1].Zip(weights[^2]).ToArray();
        var sum = pairs.Sum(p => p.First + p.Second);
        return sum == 0 ? 0 : pairs.Sum(p => Math.Abs(p.First - p.Second)) / sum;
    }

    /// <summary>The weights after damped updates: w = (1 - damping) w before + damping w measured, as <see cref="LoopClosure"/>.</summary>
    public static IReadOnlyList<double[]> Damped(IReadOnlyList<double[]> weights, double damping)
    {
        var damped = new List<double[]>();
        foreach (var measured in weights)
            damped.Add(damped.Count == 0 ? measured : [.. damped[^1].Zip(measured, (old, now) => (1 - damping) * old + damping * now)]);
        return damped;
    }

    /// <summary>The weights of lattices, those of edges that all of them have.</summary>
    public static IReadOnlyList<double[]> Weights(IEnumerable<ImmutableArray<LoopEdge>> lattices)
    {
        ImmutableArray<LoopEdge>[] all = [.. lattices.Where(l => !l.IsEmpty)];
        return [.. all.Where(l => l.Length == all[0].Length).Select(l => l.Select(e => e.Weight).ToArray())];
    }
}
