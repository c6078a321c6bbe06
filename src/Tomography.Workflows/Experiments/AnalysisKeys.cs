using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>The settings of the analysis, with their ranges and defaults. docs/lattice.md explains what they do.</summary>
internal static class AnalysisKeys
{
    public static readonly SettingKey.Number Alpha = new("analysis", "alpha", "Weight of the uncertainty in the trade-off of pruning.", 0.5, 0, 1000);
    public static readonly SettingKey.Number Beta = new("analysis", "beta", "Weight of the loss in the trade-off of pruning.", 0.5, 0, 1000);
    public static readonly SettingKey.Number UncertaintyDamping = new("analysis", "uncertainty-damping", "How much of an uncertainty comes from the sources of an edge.", Tomography.Analysis.UncertaintySpread.DefaultDamping, 0, 0.99);
    public static readonly SettingKey.Number LoopDamping = new("analysis", "loop-damping", "Share of the new weight in an update of the loop.", 0.5, 0, 1, AboveFrom: true);
    public static readonly SettingKey.Number LoopTolerance = new("analysis", "loop-tolerance", "Change along the strongest cycle below which the loop is at rest.", 0.05, 0, 1000, AboveFrom: true);
    public static readonly SettingKey.Number SmallestEffect = new("analysis", "smallest-effect", "Relative change of the error, a fraction, below which an edge does not matter.", 0.01, 0, 1, AboveFrom: true);
    public static readonly SettingKey.Whole MostSeeds = new("analysis", "most-seeds", "Seeds after which an edge is left as it is.", 10, 2, 1000);
    public static readonly SettingKey.Whole SeedsPerPlan = new("analysis", "seeds-per-plan", "Seeds that one plan of -t:Steer adds to an edge at most.", 2, 1, 100);

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<SettingKey> All = [Alpha, Beta, UncertaintyDamping, LoopDamping, LoopTolerance, SmallestEffect, MostSeeds, SeedsPerPlan];
}
