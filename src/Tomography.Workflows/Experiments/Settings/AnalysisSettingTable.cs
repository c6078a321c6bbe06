using System.Collections.Immutable;
using Number = Tomography.Workflows.NumberSetting<Tomography.Workflows.AnalysisSettings>;
using Whole = Tomography.Workflows.WholeSetting<Tomography.Workflows.AnalysisSettings>;

namespace Tomography.Workflows;

/// <summary>The settings of the analysis; docs/lattice.md explains what they do. Nothing of them changes the result of a model.</summary>
internal static class AnalysisSettingTable
{
    private static readonly ImmutableArray<SettingSection> Sections =
    [
        new("analysis", "How the results are analysed; docs/lattice.md explains it. Nothing of it changes a result.",
            "alpha: 0.5, beta: 0.5"),
    ];

    /// <summary>All of them.</summary>
    public static SettingTable<AnalysisSettings> Shipped { get; } = new(
        AnalysisSettings.Default,
        Sections,
        [
            new Number("analysis", "alpha", "Weight of the uncertainty in the trade-off of pruning.", 0, 1000,
                s => s.Alpha, (s, v) => s with { Alpha = v }),
            new Number("analysis", "beta", "Weight of the loss in the trade-off of pruning.", 0, 1000,
                s => s.Beta, (s, v) => s with { Beta = v }),
            new Number("analysis", "uncertainty-damping", "How much of an uncertainty comes from the sources of an edge.", 0, 0.99,
                s => s.UncertaintyDamping, (s, v) => s with { UncertaintyDamping = v }),
            new Number("analysis", "loop-damping", "Share of the new weight in an update of the loop.", 0, 1,
                s => s.LoopDamping, (s, v) => s with { LoopDamping = v }) { AboveFrom = true },
            new Number("analysis", "loop-tolerance", "Change along the strongest cycle below which the loop is at rest.", 0, 1000,
                s => s.LoopTolerance, (s, v) => s with { LoopTolerance = v }) { AboveFrom = true },
            new Number("analysis", "smallest-effect",
                "Relative change of the error, a fraction, below which an edge does not matter.", 0, 1,
                s => s.SmallestEffect, (s, v) => s with { SmallestEffect = v }) { AboveFrom = true },
            new Whole("analysis", "most-seeds", "Seeds after which steering gives an edge no more.", 2, 1000,
                s => s.MostSeeds, (s, v) => s with { MostSeeds = v }),
            new Whole("analysis", "seeds-per-plan", "Seeds that one plan of -t:Steer adds to an edge at most.", 1, 100,
                s => s.SeedsPerPlan, (s, v) => s with { SeedsPerPlan = v }),
            new RegimesSetting("analysis", "regimes", "Where the rules of the regimes begin and end to count: [from, to]."),
            new UncertaintySetting("analysis", "uncertainty",
                "How it is measured how sure predictions are; an empty mapping asks for it with the defaults.")
            {
                UsedWhen = s => s.Uncertainty is not null,
            },
            new GatesSetting("analysis", "gates",
                "Per target the widest interval with which a prediction passes, in the target's unit.")
            {
                UsedWhen = s => s.Uncertainty is { Widths.IsEmpty: false },
            },
        ],
        []);
}
