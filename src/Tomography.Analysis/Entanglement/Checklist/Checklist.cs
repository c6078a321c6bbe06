using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What this study says at the eight places where a pipeline decides.</summary>
public static class Checklist
{
    /// <summary>
    /// Fills in the checklist, in the order of <see cref="ChecklistPlace"/>; a place that depends on the representation has an item for
    /// each.
    /// </summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="lattices">The lattice of each representation.</param>
    /// <param name="latents">Latent vectors beside the lattices, as far as there are any.</param>
    /// <param name="steering">What is undecided.</param>
    /// <param name="transfer">What learning together does; null where nothing is learnt together.</param>
    /// <param name="uncertainty">How sure predictions are; null where it was not asked for.</param>
    public static ImmutableArray<ChecklistItem> Of(
        DatasetSummary dataset,
        ImmutableArray<LatticeAnalysis> lattices,
        ImmutableArray<LatentEntanglement> latents,
        SteeringPlan steering,
        TransferAnalysis? transfer = null,
        UncertaintyAnalysis? uncertainty = null)
    {
        return
        [
            DataMix(dataset),
            .. Each(lattice => JointChecks.SharingDepth(transfer, lattice.Lattice.Representation)
                ?? SharingDepth(latents.FirstOrDefault(one => one.Representation == lattice.Lattice.Representation))),
            .. Each(lattice => JointChecks.LossWeights(transfer, lattice.Lattice.Representation) ?? LossWeights(lattice)),
            .. Each(lattice => UncertaintyItems.Joint(uncertainty, lattice.Lattice.Representation) ?? JointUncertainty(lattice)),
            .. Each(lattice => UncertaintyItems.Gates(uncertainty, lattice.Lattice.Representation) ?? RiskGates(lattice)),
            WhereToSample(steering),
            .. Each(lattice => JointChecks.RetrainingCadence(lattice, transfer) ?? RetrainingCadence(lattice)),
            .. Each(ManyObjectives),
        ];

        IEnumerable<ChecklistItem> Each(Func<LatticeAnalysis, ChecklistItem> of) =>
            lattices.Select(lattice => of(lattice) with { Representation = lattice.Lattice.Representation });
    }

    private static ChecklistItem DataMix(DatasetSummary dataset) =>
        dataset.Materials == 0
            ? Missing(ChecklistPlace.DataMix, "Data mix", "Needs materials.", 0.5)
            : Above(
                ChecklistPlace.DataMix,
                "Data mix",
                "Share of materials whose formula occurs more than once; a split by seed puts them into training and test alike.",
                1 - dataset.UniqueFormulaShare,
                0.5);

    private static ChecklistItem SharingDepth(LatentEntanglement? latents)
    {
        const string title = "Sharing depth";
        const double limit = 0.3;
        return latents?.MeanCka is not { } mean
            ? Missing(ChecklistPlace.SharingDepth, title, "Needs the latent vectors of the baseline models of two targets.", limit)
            : new(
                ChecklistPlace.SharingDepth,
                title,
                "Mean similarity (linear CKA) of what the models of two properties see; below the limit, shared layers would have to serve "
                    + "different ends.",
                mean,
                limit,
                mean < limit ? ChecklistStatus.Attention : ChecklistStatus.Pass);
    }

    private static ChecklistItem LossWeights(LatticeAnalysis lattice) =>
        lattice.Measures[LatticeMeasure.Dominance] is { } dominance
            ? Above(
                ChecklistPlace.LossWeights,
                "Loss weights",
                "Dominance: Gini coefficient of outgoing strength; few sources would rule a shared loss.",
                dominance,
                0.5)
            : Missing(ChecklistPlace.LossWeights, "Loss weights", $"Needs {MeasureNeeds.Edges} edges that inform.", 0.5);

    private static ChecklistItem JointUncertainty(LatticeAnalysis lattice)
    {
        const string title = "Joint uncertainty";
        // An edge that informs has an interval without 0, so that its uncertainty is below 1/2 in any case.
        const double limit = 1.0 / 3;
        var edges = lattice.Lattice.RealEdges.ToArray();
        return edges.Length == 0
            ? Missing(ChecklistPlace.JointUncertainty, title, "Needs edges that inform.", limit)
            : Above(
                ChecklistPlace.JointUncertainty,
                title,
                "Mean relative uncertainty of the edges that inform; at the limit, an interval reaches half of the effect to either side.",
                edges.Average(edge => edge.Uncertainty),
                limit);
    }

    private static ChecklistItem RiskGates(LatticeAnalysis lattice)
    {
        const string title = "Risk gates";
        const double limit = 0.1;
        if (lattice.Measures[LatticeMeasure.PathologicalShare] is not { } share)
            return Missing(ChecklistPlace.RiskGates, title, $"Needs {MeasureNeeds.Edges} edges that can be judged.", limit);
        if (lattice.Lattice.HasControls)
            return Above(
                ChecklistPlace.RiskGates, title, "Share of edges that harm, or whose effect is not to be trusted.", share, limit);
        const string measured =
            "Share of edges that harm, or whose effect is not to be trusted. Controls were not run, so an effect of the mere width of the "
                + "model cannot be told: declare noise and shuffled as controls.";
        return new(
            ChecklistPlace.RiskGates,
            title,
            measured,
            share,
            limit,
            share > limit ? ChecklistStatus.Attention : ChecklistStatus.NotMeasured);
    }

    private static ChecklistItem WhereToSample(SteeringPlan steering)
    {
        const string title = "Where to sample next";
        var judged = steering.Undecided + steering.Settled;
        return judged == 0
            ? Missing(ChecklistPlace.WhereToSample, title, "Needs measured edges without missing models.", 0)
            : Above(
                ChecklistPlace.WhereToSample,
                title,
                "Share of edges that are open, undecided or not to be trusted; steering says what would settle them.",
                (double)steering.Undecided / judged,
                0);
    }

    private static ChecklistItem RetrainingCadence(LatticeAnalysis lattice) =>
        lattice.Measures[LatticeMeasure.DriftBeyondSeeds] is { } drift
            ? Above(
                ChecklistPlace.RetrainingCadence,
                "Retraining cadence",
                "Change of the weights against the last lattice beyond what chance explains.",
                drift,
                0.15)
            : Missing(
                ChecklistPlace.RetrainingCadence,
                "Retraining cadence",
                $"Needs the lattice of an earlier run with {MeasureNeeds.Edges} edges that can be judged in both.",
                0.15);

    private static ChecklistItem ManyObjectives(LatticeAnalysis analysis)
    {
        const string title = "Many-objective constraints";
        var pairs = analysis.Lattice.Edges
            .Where(edge => edge.IsJudged && analysis.Lattice.Targets.Contains(edge.Feature))
            .GroupBy(LatticeCounts.PairOf, (_, edges) => edges.Any(edge => edge.IsReal)).ToArray();
        return pairs.Length < MeasureNeeds.Edges
            ? Missing(
                ChecklistPlace.ManyObjectives,
                title,
                $"Needs {MeasureNeeds.Edges} pairs of targets that are also features and whose edges can be judged.",
                0.5)
            : Above(
                ChecklistPlace.ManyObjectives,
                title,
                "Share of target pairs joined by an edge that informs; a demand on one binds the other.",
                (double)pairs.Count(isReal => isReal) / pairs.Length,
                0.5);
    }

    private static ChecklistItem Above(ChecklistPlace place, string title, string measured, double number, double limit) =>
        new(place, title, measured, number, limit, number > limit ? ChecklistStatus.Attention : ChecklistStatus.Pass);

    private static ChecklistItem Missing(ChecklistPlace place, string title, string needs, double limit) =>
        new(place, title, needs, null, limit, ChecklistStatus.NotMeasured);
}
