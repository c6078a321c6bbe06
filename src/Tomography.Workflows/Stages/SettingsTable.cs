using System.Collections.Immutable;
using System.Globalization;
using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary>The settings of an experiment as a report lists them.</summary>
internal static class SettingsTable
{
    /// <summary>Name and value, in the order and the words of the experiment file.</summary>
    public static ImmutableArray<ReportSetting> Of(Plan plan)
    {
        var rows = ImmutableArray.CreateBuilder<ReportSetting>();
        Add("experiment file", Path.GetFileName(plan.File));
        Add("seeds", string.Join(", ", plan.Seeds));
        Add("split", $"train {Text(plan.Split.Train)}, validation {Text(plan.Split.Validation)}, test {Text(plan.Split.Test)}, by {Word(plan.Split.By)}");
        Add("graph", $"radius {Text(plan.Graph.RadiusAngstrom)} angstrom, {plan.Graph.Neighbours} neighbours, Gaussian step {Text(plan.Graph.GaussianStepAngstrom)} angstrom");
        Add("model", $"{plan.Model.Convolutions} convolutions, {plan.Model.AtomFeatures} atom features, {plan.Model.HiddenLayers} hidden layer{(plan.Model.HiddenLayers == 1 ? "" : "s")} of {plan.Model.Hidden}");
        var t = plan.Training;
        Add("training", $"{t.Epochs} epochs, batches of {t.BatchSize}, {Word(t.Optimizer)}, learning rate {Text(t.LearningRate)}{(t.Optimizer == Learning.OptimizerKind.Sgd ? $", momentum {Text(t.Momentum)}" : "")}, weight decay {Text(t.WeightDecay)}");
        Add("milestones", t.Milestones.IsEmpty ? "none" : $"x {Text(t.Gamma)} after epoch {string.Join(", ", t.Milestones)}");
        Add("normalised over", Word(t.Normalize));
        return rows.ToImmutable();

        void Add(string name, string value) => rows.Add(new(name, value));
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
