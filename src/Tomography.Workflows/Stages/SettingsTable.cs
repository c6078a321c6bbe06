using System.Collections.Immutable;
using System.Globalization;
using Tomography.Learning;
using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary>The settings of an experiment as a report lists them.</summary>
internal static class SettingsTable
{
    /// <summary>Name and value, in the order and the words of the experiment file.</summary>
    public static ImmutableArray<ReportSetting> Of(Plan plan, Variant variant)
    {
        var rows = ImmutableArray.CreateBuilder<ReportSetting>();
        Add("experiment file", Path.GetFileName(plan.File));
        if (variant.Id.Length > 0) Add("variant", $"{variant.Id}: {variant.Label}");
        if (plan.Limit is { } limit) Add("limit", string.Create(CultureInfo.InvariantCulture, $"{limit:N0} materials at most, a random subset of the dataset"));
        Add("seeds", string.Join(", ", plan.Seeds));
        Add("split", $"train {Text(variant.Split.Train)}, validation {Text(variant.Split.Validation)}, test {Text(variant.Split.Test)}, by {Word(variant.Split.By)}");
        Add("graph", $"radius {Text(variant.Graph.RadiusAngstrom)} angstrom, {variant.Graph.Neighbours} neighbours, Gaussian step {Text(variant.Graph.GaussianStepAngstrom)} angstrom");
        Add("model", $"{variant.Model.Convolutions} convolutions, {variant.Model.AtomFeatures} atom features, {variant.Model.HiddenLayers} hidden layer{(variant.Model.HiddenLayers == 1 ? "" : "s")} of {variant.Model.Hidden}");
        var t = variant.Training;
        Add("training", $"{t.Epochs} epochs, batches of {t.BatchSize}, {Word(t.Optimizer)}, learning rate {Text(t.LearningRate)}{(t.Optimizer == OptimizerKind.Sgd ? $", momentum {Text(t.Momentum)}" : "")}, weight decay {Text(t.WeightDecay)}");
        Add("milestones", t.Milestones.IsEmpty ? "none" : $"x {Text(t.Gamma)} after epoch {string.Join(", ", t.Milestones)}");
        Add("normalised over", Word(t.Normalize));
        var a = plan.Analysis;
        Add("analysis", $"alpha {Text(a.Alpha)}, beta {Text(a.Beta)}, uncertainty damping {Text(a.UncertaintyDamping)}, loop damping {Text(a.LoopDamping)}, loop tolerance {Text(a.LoopTolerance)}, smallest effect {Text(a.SmallestEffect)}, most seeds {a.MostSeeds}, seeds per plan {a.SeedsPerPlan}");
        if (a.Regimes.Length > 0) Add("regimes", string.Join(", ", a.Regimes.Select(r => $"{r.Name} {Text(r.From)} to {Text(r.To)}")));
        if (plan.Further.Length > 0) Add("further", $"{plan.Further.Length} couplings with more seeds");
        return rows.ToImmutable();

        void Add(string name, string value) => rows.Add(new(name, value));
    }

    /// <summary>How much exact folding leaves of the plan's graphs, where the store has them.</summary>
    public static IEnumerable<ReportSetting> Folding(Plan plan, Variant variant, DatasetStore store)
    {
        foreach (var representation in plan.Representations)
        {
            var path = store.GraphsPath(plan.Dataset, representation, variant.Graph);
            if (!File.Exists(path)) continue; // a store that keeps results only
            var folding = FoldingFactors.Of(PackedGraphsFile.Map(path));
            yield return new($"folding, {Word(representation)}", string.Create(
                CultureInfo.InvariantCulture,
                $"{folding.Sites:N0} sites computed as {folding.Classes:N0} (1/{folding.SiteFactor:0.0}), {folding.Bonds:N0} bonds as {folding.FoldedBonds:N0} (1/{folding.BondFactor:0.0})"));
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
