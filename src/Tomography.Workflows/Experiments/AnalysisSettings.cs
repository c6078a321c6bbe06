using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>How the results of an experiment are analysed. Nothing of it changes a result, so nothing of it enters a fingerprint.</summary>
/// <param name="Alpha">Weight of the uncertainty in the trade-off of pruning.</param>
/// <param name="Beta">Weight of the loss in the trade-off of pruning.</param>
/// <param name="UncertaintyDamping">How much of an uncertainty comes from the sources of an edge.</param>
/// <param name="LoopDamping">Share of the new weight in an update of the loop.</param>
/// <param name="LoopTolerance">Change along the strongest cycle below which the loop is at rest.</param>
/// <param name="SmallestEffect">Relative change of the error, a fraction, below which an edge does not matter.</param>
/// <param name="MostSeeds">Seeds after which steering gives an edge no more.</param>
/// <param name="SeedsPerPlan">Seeds that one plan of <c>-t:Steer</c> adds to an edge at most.</param>
/// <param name="Regimes">Thresholds of the regimes that differ from the defaults, by name.</param>
public sealed record AnalysisSettings(
    double Alpha,
    double Beta,
    double UncertaintyDamping,
    double LoopDamping,
    double LoopTolerance,
    double SmallestEffect,
    int MostSeeds,
    int SeedsPerPlan,
    ImmutableArray<RegimeThreshold> Regimes)
{
    /// <summary>How it is measured how sure predictions are; null where an experiment does not ask for it here.</summary>
    public UncertaintySettings? Uncertainty { get; init; }

    /// <summary>The same for a way to part the dataset: a part that is held out asks for it, too. Null where nothing does.</summary>
    public UncertaintySettings? UncertaintyFor(SplitSettings split) => Uncertainty ?? (split.HoldOut > 0 ? new() : null);

    /// <summary>Those of an analysis that is told nothing.</summary>
    public static AnalysisSettings Default { get; } = Of(new());

    /// <summary>The options of an analysis.</summary>
    public AnalysisOptions ToOptions() =>
        new()
        {
            Alpha = Alpha,
            Beta = Beta,
            UncertaintyDamping = UncertaintyDamping,
            LoopDamping = LoopDamping,
            LoopTolerance = LoopTolerance,
            Steering = new()
            {
                MostSeeds = MostSeeds,
                SeedsPerPlan = SeedsPerPlan,
            },
            Verdicts = new() { SmallestEffect = SmallestEffect },
            Regimes = Regimes.Aggregate(
                new RegimeThresholds(),
                (thresholds, threshold) => thresholds.With(threshold.Name, new(threshold.From, threshold.To))),
        };

    private static AnalysisSettings Of(AnalysisOptions options) => new(
        options.Alpha, options.Beta, options.UncertaintyDamping, options.LoopDamping, options.LoopTolerance,
        options.Verdicts.SmallestEffect, options.Steering.MostSeeds, options.Steering.SeedsPerPlan, []);
}
