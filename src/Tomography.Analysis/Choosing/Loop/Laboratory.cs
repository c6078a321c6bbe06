using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>A dataset whose properties are known, which plays the laboratory: what is chosen is looked up in it.</summary>
public sealed class Laboratory
{
    private readonly ImmutableArray<Goal> _goals;
    private readonly ImmutableArray<double[]> _values;
    private readonly ObjectiveSpace _space;
    private readonly double _whole;
    private readonly int[] _ranks;

    /// <summary>A laboratory.</summary>
    /// <param name="goals">What is wanted, at least one goal that tells better from worse.</param>
    /// <param name="values">Per material the value of each goal's property; finite.</param>
    public Laboratory(ImmutableArray<Goal> goals, ImmutableArray<double[]> values)
    {
        (_goals, _values) = (goals, values);
        var kept = values.Where(IsKept).ToArray();
        Feasible = kept.Length;
        double[][] counted = kept.Length == 0 ? [.. values] : kept;
        _space = ObjectiveSpace.Of([.. goals.Select((g, place) => WithReference(g, counted, place))], counted);
        _whole = new ParetoFront(kept.Select(v => _space.Costs(v)), _space.Reference).Volume;
        int[] order =
        [
            .. Enumerable.Range(0, values.Length).OrderBy(i => IsKept(values[i]) ? 0 : 1).ThenBy(i => _space.Costs(values[i]).Sum())
                .ThenBy(i => i),
        ];
        _ranks = new int[values.Length];
        foreach (var (rank, material) in order.Index()) _ranks[material] = rank;
    }

    /// <summary>How many materials there are.</summary>
    public int Count => _values.Length;

    /// <summary>How many of them keep all bounds.</summary>
    public int Feasible { get; }

    /// <summary>The value of each goal's property of a material.</summary>
    public double[] ValuesOf(int material) => _values[material];

    /// <summary>
    /// Whether a material is among the best: by the sum of its costs, without units, those that break a bound last.
    /// </summary>
    /// <param name="material">The material.</param>
    /// <param name="share">The share that counts as best, such as 0.01; at least one material does.</param>
    public bool IsTop(int material, double share) => _ranks[material] < CountOf(share);

    /// <summary>How many materials are the best of a share.</summary>
    public int CountOf(double share) => Math.Max(1, (int)Math.Round(share * Count));

    /// <summary>
    /// What some materials reach: the volume of their front, as a share of that of all materials; 0 to 1. The reference point is what was
    /// stated, the bound of a goal, or else the median of the materials that keep all bounds.
    /// </summary>
    public double Reached(IEnumerable<int> materials) => _whole <= 0 ? 0 : Math.Min(
        1,
        new ParetoFront(materials.Where(m => IsKept(_values[m])).Select(m => _space.Costs(_values[m])), _space.Reference).Volume / _whole);

    // What lies behind the middle material of a goal is no success.
    private static Goal WithReference(Goal goal, double[][] values, int place)
    {
        if (!goal.IsObjective || goal.ReferenceCost is not null) return goal;
        double[] costs = [.. values.Select(v => goal.Cost(v[place])).Order()];
        return goal with { Reference = goal.ValueOf(Percentile.Of(costs, 0.5)) };
    }

    private bool IsKept(double[] values) => _goals.Index().All(g => g.Item.IsMet(values[g.Index]));
}
