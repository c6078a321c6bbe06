namespace Tomography.Analysis;

/// <summary>A front of choices within a reference point, and what one more choice would add to it. Costs: the smaller the better.</summary>
public sealed class ParetoFront
{
    private readonly double[][] _costs;
    private readonly double[] _reference;

    /// <summary>The front of some choices.</summary>
    /// <param name="costs">
    /// The costs of each; what others dominate, and what is no better than the reference somewhere, is left out.
    /// </param>
    /// <param name="reference">The reference point: as many costs, at least one.</param>
    public ParetoFront(IEnumerable<double[]> costs, double[] reference)
    {
        _reference = reference;
        double[][] inside = [.. costs.Where(c => Hypervolume.IsInside(c, reference))];
        _costs = [.. Dominance.Front(inside).Select(i => inside[i])];
    }

    /// <summary>How many choices it has.</summary>
    public int Count => _costs.Length;

    /// <summary>The volume that it dominates.</summary>
    public double Volume => Hypervolume.Of(_costs, _reference);

    /// <summary>The front with one more choice.</summary>
    public ParetoFront With(double[] costs) => new([.. _costs, costs], _reference);

    /// <summary>What one more choice would add to the volume (hypervolume improvement), at least 0.</summary>
    /// <param name="costs">The costs of the choice.</param>
    public double Gain(ReadOnlySpan<double> costs)
    {
        if (!Hypervolume.IsInside(costs, _reference)) return 0;
        foreach (var other in _costs)
            if (Dominance.IsNowhereWorse(other, costs))
                return 0;
        return _reference.Length == 1
            ? (_costs.Length == 0 ? _reference[0] : _costs[0][0]) - costs[0]
            : Hypervolume.Exclusive(costs, _costs, _reference, _reference.Length);
    }
}
