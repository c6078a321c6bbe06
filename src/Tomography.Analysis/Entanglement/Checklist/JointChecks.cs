using System.Globalization;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>The places of the checklist that models of several targets measure themselves.</summary>
internal static class JointChecks
{
    // As often as gradients that have nothing to do with each other.
    private const double Unrelated = 0.5;

    /// <summary>How often gradients of targets contradict each other; null where that was not measured.</summary>
    /// <param name="transfer">What learning together does.</param>
    /// <param name="representation">The representation.</param>
    public static ChecklistItem? SharingDepth(TransferAnalysis? transfer, Representation representation)
    {
        double[] shares = [.. transfer?.Gradients.Where(g => g.Representation == representation).Select(g => g.ConflictShare) ?? []];
        if (shares.Length == 0) return null;
        var mean = ErrorRange.Of(shares).Mean;
        return new(
            ChecklistPlace.SharingDepth,
            "Sharing depth",
            "Mean share of the steps of training at which the gradients of two targets learnt together point against each other; gradients "
                + "that have nothing to do with each other do so at a half, and above it shared layers serve different ends.",
            mean,
            Unrelated,
            mean > Unrelated ? ChecklistStatus.Attention : ChecklistStatus.Pass);
    }

    /// <summary>How many targets others make worse; null where no transfer could be judged.</summary>
    /// <param name="transfer">What learning together does.</param>
    /// <param name="representation">The representation.</param>
    public static ChecklistItem? LossWeights(TransferAnalysis? transfer, Representation representation)
    {
        EdgeVerdict[] judged = [.. transfer?.Verdicts.Where(v => v.Representation == representation && v.IsJudged) ?? []];
        if (judged.Length == 0) return null;
        var harms = judged.Count(v => v.Kind == VerdictKind.Harms);
        return new(
            ChecklistPlace.LossWeights,
            "Loss weights",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Negative transfers of the {judged.Length} that can be judged: learnt along, a target makes another one worse than alone "
                    + $"and than beside noise. Weights that are learnt, or less sharing, may mend it."),
            harms,
            0,
            harms > 0 ? ChecklistStatus.Attention : ChecklistStatus.Pass);
    }

    /// <summary>How the transfers changed since the last run; null where that is not known, or where it is known of features.</summary>
    /// <param name="features">The lattice of features.</param>
    /// <param name="transfer">What learning together does.</param>
    public static ChecklistItem? RetrainingCadence(LatticeAnalysis features, TransferAnalysis? transfer)
    {
        const double limit = 0.15;
        if (features.Measures[LatticeMeasure.DriftBeyondSeeds] is not null
            || transfer?.Lattice(features.Lattice.Representation)?.Measures[LatticeMeasure.DriftBeyondSeeds] is not { } drift) return null;
        return new(
            ChecklistPlace.RetrainingCadence,
            "Retraining cadence",
            "Change of the weights of transfers against the last transfer lattice beyond what chance explains.",
            drift,
            limit,
            drift > limit ? ChecklistStatus.Attention : ChecklistStatus.Pass);
    }
}
