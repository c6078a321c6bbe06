using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What this study says at the eight places where a pipeline decides.</summary>
public static class Checklist
{
    /// <summary>Fills in the checklist, in the order of <see cref="ChecklistPlace"/>.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="whole">The whole lattice.</param>
    /// <param name="latents">Latent vectors beside the lattices, as far as there are any.</param>
    /// <param name="steering">What is undecided.</param>
    public static ImmutableArray<ChecklistItem> Of(
        DatasetSummary dataset,
        LatticeAnalysis whole,
        ImmutableArray<LatentEntanglement> latents,
        SteeringPlan steering
    ) =>
        [
            DataMix(dataset),
            SharingDepth(latents),
            LossWeights(whole),
            JointUncertainty(whole),
            RiskGates(whole),
            WhereToSample(steering),
            RetrainingCadence(whole),
            ManyObjectives(whole),
        ];

    private static ChecklistItem DataMix(DatasetSummary dataset) =>
        dataset.Materials == 0
            ? Missing(ChecklistPlace.DataMix, "Data mix", "Needs materials.", 0.5)
            : Above(
                ChecklistPlace.DataMix,
                "Data mix",
                "Share of materials whose formula occurs more than once; a split by seed puts them into training and test alike.",
                1 - dataset.UniqueFormulaShare,
                0.5);

    private static ChecklistItem SharingDepth(ImmutableArray<LatentEntanglement> latents)
    {
        const string title = "Sharing depth";
        var similarities = latents.Select(latent => latent.MeanCka).OfType<double>().ToArray();
        if (similarities.Length == 0)
            return Missing(ChecklistPlace.SharingDepth, title, "Needs the latent vectors of the baseline models of two targets.", 0.3);
        var mean = similarities.Average();
        return new(
            ChecklistPlace.SharingDepth,
            title,
            "Mean similarity (linear CKA) of what the models of two properties see; below the limit, shared layers would have to serve "
                + "different ends.",
            mean,
            0.3,
            mean < 0.3 ? ChecklistStatus.Attention : ChecklistStatus.Pass);
    }

    private static ChecklistItem LossWeights(LatticeAnalysis whole) =>
        whole.Measures.MeasuredEdges == 0
            ? Missing(ChecklistPlace.LossWeights, "Loss weights", "Needs measured edges.", 0.5)
            : Above(
                ChecklistPlace.LossWeights,
                "Loss weights",
                "Dominance: Gini coefficient of outgoing strength; few sources would rule a shared loss.",
                whole.Measures.Dominance,
                0.5);

    private static ChecklistItem JointUncertainty(LatticeAnalysis whole)
    {
        const string title = "Joint uncertainty";
        var edges = whole.Lattice.RealEdges.Where(edge => edge.Seeds.Length > 1).ToArray();
        return edges.Length == 0
            ? Missing(ChecklistPlace.JointUncertainty, title, "Needs real edges with at least two seeds.", 0.5)
            : Above(
                ChecklistPlace.JointUncertainty,
                title,
                "Mean relative uncertainty of the real edges over seeds.",
                edges.Average(edge => edge.Uncertainty),
                0.5);
    }

    private static ChecklistItem RiskGates(LatticeAnalysis whole)
    {
        const string title = "Risk gates";
        const double limit = 0.1;
        if (whole.Measures.MeasuredEdges == 0) return Missing(ChecklistPlace.RiskGates, title, "Needs measured edges.", limit);
        var share = whole.Measures.PathologicalShare;
        if (whole.Lattice.HasControls)
            return Above(
                ChecklistPlace.RiskGates,
                title,
                "Share of edges that are harmful, or spurious against the controls.",
                share,
                limit);
        const string measured =
            "Share of edges that are harmful. Controls were not run, so nothing can be called spurious: declare noise and shuffled as "
                + "controls.";
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
                "Share of edges that are undecided and whose effect may matter; steering proposes seeds for them.",
                (double)steering.Undecided / judged,
                0);
    }

    private static ChecklistItem RetrainingCadence(LatticeAnalysis whole) =>
        whole.Measures.Drift is { } drift
            ? Above(
                ChecklistPlace.RetrainingCadence,
                "Retraining cadence",
                "Change of the weights against the last lattice beyond what the seeds explain.",
                drift.ChangeBeyondSeeds,
                0.15)
            : Missing(ChecklistPlace.RetrainingCadence, "Retraining cadence", "Needs the lattice of an earlier run.", 0.15);

    private static ChecklistItem ManyObjectives(LatticeAnalysis whole)
    {
        const string title = "Many-objective constraints";
        var lattice = whole.Lattice;
        var pairs = (
            from first in Enumerable.Range(0, lattice.Targets.Length)
            from second in Enumerable.Range(first + 1, lattice.Targets.Length - first - 1)
            select new[]
            {
                lattice.Find(lattice.Targets[first], lattice.Targets[second]),
                lattice.Find(lattice.Targets[second], lattice.Targets[first]),
            }
                .OfType<Edge>()
                .ToArray())
            .Where(edges => edges.Length > 0)
            .ToArray();
        return pairs.Length == 0
            ? Missing(ChecklistPlace.ManyObjectives, title, "Needs two targets that are also features.", 0.5)
            : Above(
                ChecklistPlace.ManyObjectives,
                title,
                "Share of target pairs joined by a real edge; a demand on one binds the other.",
                (double)pairs.Count(edges => edges.Any(edge => edge.IsReal)) / pairs.Length,
                0.5);
    }

    private static ChecklistItem Above(ChecklistPlace place, string title, string measured, double number, double limit) =>
        new(place, title, measured, number, limit, number > limit ? ChecklistStatus.Attention : ChecklistStatus.Pass);

    private static ChecklistItem Missing(ChecklistPlace place, string title, string needs, double limit) =>
        new(place, title, needs, null, limit, ChecklistStatus.NotMeasured);
}
