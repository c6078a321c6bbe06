using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>
/// Where the rules of the regimes begin and end to count. An experiment can set each; the defaults are validated in docs/regimes.md.
/// </summary>
public sealed record RegimeThresholds
{
    private static readonly ImmutableArray<(
        string Name,
        Func<RegimeThresholds, Ramp> Get,
        Func<RegimeThresholds, Ramp, RegimeThresholds> Set
    )> Table =
    [
        ("density", t => t.Density, (t, ramp) => t with { Density = ramp }),
        ("hops", t => t.Hops, (t, ramp) => t with { Hops = ramp }),
        ("modularity", t => t.Modularity, (t, ramp) => t with { Modularity = ramp }),
        ("modularity-z-score", t => t.ModularityZScore, (t, ramp) => t with { ModularityZScore = ramp }),
        ("asymmetry", t => t.Asymmetry, (t, ramp) => t with { Asymmetry = ramp }),
        ("dominance", t => t.Dominance, (t, ramp) => t with { Dominance = ramp }),
        ("source-reach", t => t.SourceReach, (t, ramp) => t with { SourceReach = ramp }),
        ("drift", t => t.Drift, (t, ramp) => t with { Drift = ramp }),
        ("pathological-of-decided", t => t.PathologicalOfDecided, (t, ramp) => t with { PathologicalOfDecided = ramp }),
        ("pathological", t => t.Pathological, (t, ramp) => t with { Pathological = ramp }),
    ];

    /// <summary>Density: sparse below, dense above.</summary>
    public Ramp Density { get; init; } = new(0.15, 0.5);

    /// <summary>Mean number of edges of a shortest path: short below, long above.</summary>
    public Ramp Hops { get; init; } = new(1.5, 2.5);

    /// <summary>Modularity of the best partition.</summary>
    public Ramp Modularity { get; init; } = new(0.2, 0.35);

    /// <summary>Modularity against permuted lattices.</summary>
    public Ramp ModularityZScore { get; init; } = new(2, 4);

    /// <summary>Asymmetry.</summary>
    public Ramp Asymmetry { get; init; } = new(0.4, 0.7);

    /// <summary>Dominance.</summary>
    public Ramp Dominance { get; init; } = new(0.35, 0.6);

    /// <summary>Source reach: where no source informs many targets, none dominates.</summary>
    public Ramp SourceReach { get; init; } = new(0.5, 0.8);

    /// <summary>Change against the last lattice beyond the seeds, times (1 + oscillation).</summary>
    public Ramp Drift { get; init; } = new(0.15, 0.35);

    /// <summary>Pathological edges of those decided.</summary>
    public Ramp PathologicalOfDecided { get; init; } = new(0.3, 0.6);

    /// <summary>Pathological edges of those judged: a few odd edges are no regime.</summary>
    public Ramp Pathological { get; init; } = new(0.05, 0.15);

    /// <summary>Checks the thresholds.</summary>
    /// <param name="thresholds">Thresholds; null for the defaults.</param>
    /// <exception cref="ArgumentException">A ramp does not begin below its end.</exception>
    public static RegimeThresholds Checked(RegimeThresholds? thresholds)
    {
        if (thresholds is null) return new();
        foreach (var (name, ramp) in thresholds.All)
            if (!ramp.IsValid)
                throw new ArgumentException(
                    $"The threshold {name} goes from {ramp.From:R} to {ramp.To:R}; expected two numbers, the first below the second.",
                    nameof(thresholds));
        return thresholds;
    }

    /// <summary>Every threshold with its name as experiments write it.</summary>
    public IEnumerable<(string Name, Ramp Ramp)> All => Table.Select(row => (row.Name, row.Get(this)));

    /// <summary>These thresholds with one of them set.</summary>
    /// <param name="name">Its name as experiments write it.</param>
    /// <param name="ramp">Where it begins and ends to count.</param>
    /// <exception cref="ArgumentException">There is no threshold of that name.</exception>
    public RegimeThresholds With(string name, Ramp ramp)
    {
        foreach (var row in Table)
            if (row.Name == name)
                return row.Set(this, ramp);
        throw new ArgumentException(
            $"There is no threshold '{name}'; expected one of {string.Join(", ", Table.Select(row => row.Name))}.",
            nameof(name));
    }
}
