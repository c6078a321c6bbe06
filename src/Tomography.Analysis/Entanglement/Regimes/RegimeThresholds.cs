namespace Tomography.Analysis;

/// <summary>Where the rules of the regimes begin and end to count. An experiment can set each; the defaults are validated in docs/regimes.md.</summary>
public sealed record RegimeThresholds
{
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
    public Ramp SourceReach { get; init; } = new(0.3, 0.6);

    /// <summary>Change against the last lattice beyond the seeds, times (1 + oscillation).</summary>
    public Ramp Drift { get; init; } = new(0.15, 0.35);

    /// <summary>Harmful and spurious edges of those decided.</summary>
    public Ramp PathologicalOfDecided { get; init; } = new(0.3, 0.6);

    /// <summary>Harmful and spurious edges of those measured: a few odd edges are no regime.</summary>
    public Ramp Pathological { get; init; } = new(0.05, 0.15);

    /// <summary>Checks the thresholds.</summary>
    /// <param name="thresholds">Thresholds; null for the defaults.</param>
    /// <exception cref="ArgumentException">A ramp does not begin below its end.</exception>
    public static RegimeThresholds Checked(RegimeThresholds? thresholds)
    {
        if (thresholds is null) return new();
        foreach (var (name, ramp) in thresholds.All)
            if (!ramp.IsValid)
                throw new ArgumentException($"The threshold {name} goes from {ramp.From:R} to {ramp.To:R}; expected two numbers, the first below the second.", nameof(thresholds));
        return thresholds;
    }

    /// <summary>Every threshold with its name as experiments write it.</summary>
    public IEnumerable<(string Name, Ramp Ramp)> All =>
    [
        ("density", Density), ("hops", Hops), ("modularity", Modularity), ("modularityZScore", ModularityZScore), ("asymmetry", Asymmetry),
        ("dominance", Dominance), ("sourceReach", SourceReach), ("drift", Drift), ("pathologicalOfDecided", PathologicalOfDecided), ("pathological", Pathological),
    ];
}
