using System.Collections.Immutable;
using System.Globalization;
using Tomography.Analysis;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>
/// <c>-t:Predict</c>: predicts the targets of an experiment for the crystals of its section <c>predict</c>, with the models of the store.
/// </summary>
public static class PredictStage
{
    /// <summary>The plans of experiments with something to predict, each with the models that predict it and nothing else.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="cancellation">Checked between experiments.</param>
    /// <exception cref="DiagnosticException">Something is wrong, or an experiment has nothing to predict.</exception>
    public static (ImmutableArray<PredictWork> Work, ImmutableArray<Diagnostic> Warnings) Plan(
        WorkflowRequest request, CancellationToken cancellation)
    {
        var (work, warnings) = Works(
            request, e => e.Predict is not null, "predict",
            "'predict' is missing: add a line like 'predict: { dataset: { folder: candidates } }'.", cancellation);
        // What is learnt together predicts beside the models alone, whose weights are kept anyway.
        return (
            [
                .. work.Select(w => w with
                {
                    Models = w.Models with { Jobs = [.. w.Models.Jobs, .. PredictingModels.JointOf(w.Study)] },
                }),
            ],
            warnings);
    }

    /// <summary>The plans of experiments that have a key, each with the models that predict and nothing else.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="has">Whether an experiment has it.</param>
    /// <param name="key">The key.</param>
    /// <param name="missing">What is told where one has it not.</param>
    /// <param name="cancellation">Checked between experiments.</param>
    internal static (ImmutableArray<PredictWork> Work, ImmutableArray<Diagnostic> Warnings) Works(
        WorkflowRequest request, Func<Experiment, bool> has, string key, string missing, CancellationToken cancellation)
    {
        var experiments = PlanStage.ReadExperiments(request);
        var without = experiments.Where(e => !has(e)).ToArray();
        if (without.Length > 0)
            throw new DiagnosticException([.. without.Select(e => new Diagnostic(
                DiagnosticSeverity.Error, DiagnosticCodes.MissingKey, e.Locations.Of(key), key, missing))]);
        var (plans, warnings) = PlanStage.Check(request, cancellation);
        return ([.. plans.Zip(experiments, (p, e) => new PredictWork(p with { Jobs = PropertyPredictor.Models(p) }, p, e))], warnings);
    }

    /// <summary>Predicts with the models of the store and writes <c>predictions.csv</c>, one per variant.</summary>
    /// <param name="work">What <see cref="Plan"/> gave, its models trained.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="onDamage">Told of what was damaged.</param>
    /// <param name="cancellation">Checked between models.</param>
    /// <returns>Full paths of the files, and what is to be warned of.</returns>
    /// <exception cref="DiagnosticException">No crystal can be used.</exception>
    public static (ImmutableArray<string> Files, ImmutableArray<Diagnostic> Warnings) Run(
        PredictWork work, WorkflowRequest request, Action<string> onDamage, CancellationToken cancellation)
    {
        var (plan, study, experiment) = work;
        var candidates = new CandidateReader(request.Limits).Read(plan, experiment, experiment.Predict!, "predict.dataset");
        var predictor = new PropertyPredictor(plan, new(request.Store), request.Repertoire);
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var variant in plan.Variants)
        {
            var path = Path.Combine(ReportFiles.FolderOf(plan, request.OutputOf(plan.Experiment), variant), ReportFiles.Predictions);
            var predictions = predictor.Predict(
                variant, candidates.Dataset, asked => Gates(asked, study, variant, request, onDamage), onDamage, cancellation);
            var isCertain = plan.Analysis.UncertaintyFor(variant.Split) is not null;
            AtomicFile.Write(path, stream => PredictionsCsv.Write(
                stream, predictions, isCertain, variant.Training.Loss == LossKind.Gaussian, PredictingModels.JointOf(plan).Any()));
            files.Add(path);
        }

        return (files.ToImmutable(), candidates.Warnings);
    }

    /// <summary>The gates, with the verdicts of the study as far as its models are there.</summary>
    private static RiskGates Gates(
        UncertaintySettings asked, Plan study, Variant variant, WorkflowRequest request, Action<string> onDamage)
    {
        var results = StudyAssembly.Collect(study, variant, new(request.Store), onDamage);
        var options = AnalysisInputs.Of(study, variant, request.Store, onDamage, request.Repertoire);
        return new(asked, StudyAnalyzer.Verdicts(results, options)) { Transfers = StudyAnalyzer.Transfers(results, options) };
    }

    /// <summary>What is predicted, for people.</summary>
    public static string Describe(Plan plan)
    {
        var joint = plan.Jobs.Count(j => j.Spec.IsJoint);
        var together = joint == 0 ? "." : string.Create(CultureInfo.InvariantCulture, $", what is learnt together by {joint} more.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Predict: {plan.Experiment}: {plan.Targets.Length} target{(plan.Targets.Length == 1 ? "" : "s")} by "
                + $"{plan.Jobs.Length - joint} models without features{together}");
    }
}
