using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>
/// The goals that tell better from worse as costs without units: 0 for the best value that is known, 1 where nothing counts any more (the
/// reference point).
/// </summary>
public sealed class ObjectiveSpace
{
    // As BoTorch's infer_reference_point: a little behind the worst of the front, so that its ends count.
    private const double Behind = 0.1;

    private readonly ImmutableArray<double> _ideal;
    private readonly ImmutableArray<double> _unit;

    private ObjectiveSpace(ImmutableArray<Goal> goals, ImmutableArray<int> places, double[] ideal, double[] reference)
    {
        (Goals, Places, _ideal) = (goals, places, [.. ideal]);
        ReferenceValues = [.. goals.Select((g, d) => g.ValueOf(reference[d]))];
        _unit = [.. reference.Zip(ideal, (r, i) => r > i ? r - i : Math.Abs(r) is var size && size > 0 ? size : 1)];
        Reference = [.. reference.Select((r, d) => (r - _ideal[d]) / _unit[d])];
    }

    /// <summary>The goals that tell better from worse, in order.</summary>
    public ImmutableArray<Goal> Goals { get; }

    /// <summary>Their places among all goals.</summary>
    public ImmutableArray<int> Places { get; }

    /// <summary>The reference point, in the units of the properties; of a goal that is near a value a distance from it.</summary>
    public ImmutableArray<double> ReferenceValues { get; }

    /// <summary>The reference point as costs: 1 each, but where it was stated to be better than all that is known.</summary>
    public double[] Reference { get; }

    /// <summary>
    /// The space of some goals. A reference that nobody stated is the bound of a goal that has one on its worse side; otherwise it lies
    /// behind the worst of the known front by a tenth of the front's extent, or of that of all known values where the front has none.
    /// </summary>
    /// <param name="goals">The goals.</param>
    /// <param name="known">Per known material the value of each goal's property, NaN where it is not known.</param>
    public static ObjectiveSpace Of(ImmutableArray<Goal> goals, IReadOnlyList<double[]> known)
    {
        ImmutableArray<int> places = [.. Enumerable.Range(0, goals.Length).Where(g => goals[g].IsObjective)];
        ImmutableArray<Goal> objectives = [.. places.Select(p => goals[p])];
        double[][] all = [.. known.Where(k => places.All(p => !double.IsNaN(k[p])))
            .Select(k => places.Select(p => goals[p].Cost(k[p])).ToArray())];
        double[][] front = [.. Dominance.Front(all).Select(i => all[i])];
        var (ideal, reference) = (new double[places.Length], new double[places.Length]);
        for (var d = 0; d < places.Length; d++)
        {
            var stated = objectives[d].ReferenceCost;
            ideal[d] = front.Length == 0 ? stated is { } only ? only - 1 : 0 : front.Min(c => c[d]);
            var worst = front.Length == 0 ? 1 : front.Max(c => c[d]);
            var extent = worst > ideal[d] || front.Length == 0 ? worst - ideal[d] : all.Max(c => c[d]) - ideal[d];
            reference[d] = stated ?? worst + Behind * (extent > 0 ? extent : 1);
        }

        return new(objectives, places, ideal, reference);
    }

    /// <summary>The cost of a value, without a unit.</summary>
    /// <param name="objective">Which of <see cref="Goals"/>.</param>
    /// <param name="value">The value, in the property's unit.</param>
    public double Cost(int objective, double value) => (Goals[objective].Cost(value) - _ideal[objective]) / _unit[objective];

    /// <summary>The costs of a material.</summary>
    /// <param name="values">The value of each goal's property, of all goals.</param>
    public double[] Costs(IReadOnlyList<double> values)
    {
        var costs = new double[Goals.Length];
        for (var d = 0; d < costs.Length; d++) costs[d] = Cost(d, values[Places[d]]);
        return costs;
    }
}
