using System.Globalization;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>The places of the checklist that measured uncertainties fill in, where an experiment asks for them.</summary>
internal static class UncertaintyItems
{
    // Below, a target's error says next to nothing of another's: a twentieth of its variance.
    private const double MostCorrelation = 0.22;
    private const double MostStopped = 0.1;

    /// <summary>How the errors of targets hang together; null where it was not measured.</summary>
    public static ChecklistItem? Joint(UncertaintyAnalysis? uncertainty, Representation representation)
    {
        var joint = uncertainty?.Joint.FirstOrDefault(one => one.Representation == representation);
        if (joint?.MeanCorrelation is not { } mean) return null;
        var boxes = joint is { Box: { } box, Bonferroni: { } other, Volume: { } volume }
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" Boxes for all targets at once hold {100 * box:0.#} % of the crystals ({100 * joint.Level:0.#} % wanted) and have "
                    + $"{volume:0.##} times the volume of intervals of single targets that share the misses, which hold "
                    + $"{100 * other:0.#} %.")
            : "";
        return new(
            ChecklistPlace.JointUncertainty,
            "Joint uncertainty",
            $"Mean rank correlation, without its sign, of the errors of two targets on crystals that no model saw; above the limit the "
                + $"uncertainties of targets are to be passed on together.{boxes}",
            mean,
            MostCorrelation,
            mean > MostCorrelation ? ChecklistStatus.Attention : ChecklistStatus.Pass);
    }

    /// <summary>What the gates stop; null where it was not measured.</summary>
    public static ChecklistItem? Gates(UncertaintyAnalysis? uncertainty, Representation representation)
    {
        GateFindings[] gates = [.. (uncertainty?.Targets ?? []).Where(t => t.Representation == representation).Select(t => t.Gates)];
        var all = gates.Sum(g => g.Passed.Crystals + g.Held.Crystals);
        if (all == 0) return null;
        var share = (double)gates.Sum(g => g.Held.Crystals) / all;
        return new(
            ChecklistPlace.RiskGates,
            "Risk gates",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Share of predictions of crystals that no model saw which gates stop: {gates.Sum(g => g.ByDomain)} of {all} outside the "
                    + $"domain, {gates.Sum(g => g.ByWidth)} with too wide an interval, "
                    + $"{gates.Sum(g => g.ByEdges)} without a trusted edge."),
            share,
            MostStopped,
            share > MostStopped ? ChecklistStatus.Attention : ChecklistStatus.Pass);
    }
}
