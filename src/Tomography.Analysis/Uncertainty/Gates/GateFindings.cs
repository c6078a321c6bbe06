using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What the gates do to the crystals that no model saw, whose true values are known.</summary>
/// <param name="Passed">Errors of the predictions that pass.</param>
/// <param name="Held">Errors of those that are stopped.</param>
/// <param name="ByDomain">How many the domain stops, alone or with others.</param>
/// <param name="ByWidth">How many the width of the interval stops.</param>
/// <param name="ByEdges">How many are stopped because no edge into the target is trusted: all or none.</param>
/// <param name="Most">The widest interval that passes, in the target's unit; null for any.</param>
/// <param name="Stopped">Those that are stopped, in the order of the dataset.</param>
public sealed record GateFindings(
    MeanError Passed, MeanError Held, int ByDomain, int ByWidth, int ByEdges, double? Most, ImmutableArray<StoppedCrystal> Stopped)
{
    /// <summary>The findings of a target.</summary>
    internal static GateFindings Of(UnseenCrystals unseen, ImmutableArray<JudgedCrystal> judged, RiskGates gates, double level)
    {
        var told = judged.OrderBy(j => j.Crystal.Material).Select(j =>
        {
            var (crystal, reach) = (j.Crystal, j.Reach(level));
            PredictionInterval? interval = reach is { } r ? new(crystal.Mean - r, crystal.Mean + r) : null;
            return (Crystal: crystal, interval?.Width, By: gates.Of(unseen.Representation, unseen.Target, crystal.Distance, interval));
        }).ToArray();
        return new(
            MeanError.Of([.. told.Where(t => t.By == StoppedBy.None).Select(t => t.Crystal.Error)]),
            MeanError.Of([.. told.Where(t => t.By != StoppedBy.None).Select(t => t.Crystal.Error)]),
            Count(StoppedBy.Domain), Count(StoppedBy.Width), Count(StoppedBy.Edges), gates.MostOf(unseen.Target),
            [
                .. told.Where(t => t.By != StoppedBy.None).Select(t => new StoppedCrystal(
                    t.Crystal.Id, t.Crystal.Mean, t.Crystal.True, t.Crystal.Distance, t.Width, t.By)),
            ]);

        int Count(StoppedBy gate) => told.Count(t => t.By.HasFlag(gate));
    }
}
