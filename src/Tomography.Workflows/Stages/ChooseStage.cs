using System.Collections.Immutable;
using System.Globalization;
using Tomography.Analysis;
using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary>
/// <c>-t:Choose</c>: chooses among the candidates of an experiment what to make or measure next, with the models of the store.
/// </summary>
public static class ChooseStage
{
    private const int MostShown = 10;

    /// <summary>The plans of experiments with candidates, each with the models that predict and nothing else.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="cancellation">Checked between experiments.</param>
    /// <exception cref="DiagnosticException">Something is wrong, or an experiment has no candidates.</exception>
    public static (ImmutableArray<PredictWork> Work, ImmutableArray<Diagnostic> Warnings) Plan(
        WorkflowRequest request, CancellationToken cancellation)
    {
        var (work, warnings) = PredictStage.Works(
            request, e => e.Candidates is not null, CandidatesReader.Key,
            $"'{CandidatesReader.Key}' is missing: add a line like 'candidates: "
                + $"{{ dataset: {{ folder: candidates }}, {GoalReader.Example} }}'.",
            cancellation);
        // Before hours of training: the candidates must be there.
        foreach (var each in work) SourceHash.OfCandidates(each.Experiment, request.Limits);
        return (work, warnings);
    }

    /// <summary>Chooses, and writes <c>candidates.csv</c> and <c>chosen.csv</c>, one each per variant.</summary>
    /// <param name="work">What <see cref="Plan"/> gave, its models trained.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="size">How many are chosen; null for what the experiment says.</param>
    /// <param name="onDamage">Told of what was damaged.</param>
    /// <param name="cancellation">Checked between models.</param>
    /// <returns>The choice in lines for people, and what is to be warned of.</returns>
    /// <exception cref="DiagnosticException">No candidate can be used.</exception>
    public static (ImmutableArray<string> Lines, ImmutableArray<Diagnostic> Warnings) Run(
        PredictWork work, WorkflowRequest request, int? size, Action<string> onDamage, CancellationToken cancellation)
    {
        var plan = work.Study;
        var choices = new CandidateChoices(plan, work.Experiment, request);
        var (lines, warnings) = (ImmutableArray.CreateBuilder<string>(), new List<Diagnostic>());
        foreach (var variant in plan.Variants)
        {
            var choice = choices.Of(variant, size, onDamage, cancellation)
                ?? throw new IOException("Weights of the models were in the store a moment ago and are not now; build again.");
            var folder = ReportFiles.FolderOf(plan, request.OutputOf(plan.Experiment), variant);
            WriteCandidates(choice, folder);
            AtomicFile.Write(Path.Combine(folder, ReportFiles.Chosen), stream => ChosenCsv.Write(stream, choice, p => UnitOf(plan, p)));
            if (plan.Variants.Length > 1) lines.Add($"  {variant.Label}:");
            lines.AddRange(Describe(choice, p => UnitOf(plan, p)));
            lines.Add($"    {Path.Combine(folder, ReportFiles.Candidates)}");
            lines.Add($"    {Path.Combine(folder, ReportFiles.Chosen)}");
            warnings.AddRange(choices.Warnings(choice));
        }

        return (lines.ToImmutable(), [.. warnings.Distinct()]);
    }

    /// <summary>What models are asked for, for people.</summary>
    public static string Describe(Plan plan) => string.Create(
        CultureInfo.InvariantCulture, $"Choose: {plan.Experiment}: predictions by {plan.Jobs.Length} models without features.");

    /// <summary>Writes <c>candidates.csv</c>.</summary>
    internal static void WriteCandidates(Choice choice, string folder) =>
        AtomicFile.Write(Path.Combine(folder, ReportFiles.Candidates), stream => CandidatesCsv.Write(stream, choice));

    private static string UnitOf(Plan plan, Datasets.PropertyName property) => plan.Dataset.Column(property)!.Property.Unit;

    private static IEnumerable<string> Describe(Choice choice, Func<Datasets.PropertyName, string> unit)
    {
        yield return $"    {ChoiceText.Summary(choice, unit)}";
        foreach (var (place, chosen) in choice.Chosen.Take(MostShown).Index())
            yield return $"      {place + 1,2}  {chosen.Candidate.Id}  {chosen.Candidate.Formula}: "
                + $"{ChoiceText.Reason(choice, chosen, unit)}";
        if (choice.Chosen.Length > MostShown) yield return $"      and {choice.Chosen.Length - MostShown} more";
    }
}
