using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>The thresholds of the regimes as experiments write them.</summary>
internal static class RegimeNames
{
    private static readonly ImmutableArray<(string Name, Func<RegimeThresholds, Ramp> Get, Func<RegimeThresholds, Ramp, RegimeThresholds> With)> Table =
    [
        ("density", t => t.Density, (t, r) => t with { Density = r }),
        ("hops", t => t.Hops, (t, r) => t with { Hops = r }),
        ("modularity", t => t.Modularity, (t, r) => t with { Modularity = r }),
        ("modularity-z-score", t => t.ModularityZScore, (t, r) => t with { ModularityZScore = r }),
        ("asymmetry", t => t.Asymmetry, (t, r) => t with { Asymmetry = r }),
        ("dominance", t => t.Dominance, (t, r) => t with { Dominance = r }),
        ("source-reach", t => t.SourceReach, (t, r) => t with { SourceReach = r }),
        ("drift", t => t.Drift, (t, r) => t with { Drift = r }),
        ("pathological-of-decided", t => t.PathologicalOfDecided, (t, r) => t with { PathologicalOfDecided = r }),
        ("pathological", t => t.Pathological, (t, r) => t with { Pathological = r }),
    ];

    /// <summary>Names with their defaults.</summary>
    public static IEnumerable<(string Name, Ramp Default)> All => Table.Select(t => (t.Name, t.Get(new())));

    /// <summary>Thresholds with one of them set.</summary>
    public static RegimeThresholds With(RegimeThresholds thresholds, RegimeThreshold threshold) =>
        Table.First(t => t.Name == threshold.Name).With(thresholds, new(threshold.From, threshold.To));
}
