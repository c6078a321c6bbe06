using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>What a report has beside the results of its study, which the plan alone does not tell.</summary>
/// <param name="Key">All that it depends on: where it is another one, the report is written anew.</param>
/// <param name="Choose">The choice among the candidates of a variant; null where there are none, or a model is missing.</param>
public sealed record ReportBeside(string Key, Func<Variant, Action<string>, Choice?> Choose)
{
    /// <summary>What stands beside the report of a plan; null for nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="cancellation">Checked between models.</param>
    /// <exception cref="DiagnosticException">The experiment, or its candidates, cannot be read.</exception>
    public static ReportBeside? Of(Plan plan, WorkflowRequest request, CancellationToken cancellation)
    {
        // Only the one: the files of other plans have nothing to do with it.
        var experiment = PlanStage.ReadExperiments(request with { Experiments = [plan.File] })[0];
        if (experiment.Candidates is null) return null;
        var choices = new CandidateChoices(plan, experiment, request);
        return new(
            $"candidates {SourceHash.OfCandidates(experiment, request.Limits)}",
            (variant, onDamage) => choices.Of(variant, null, onDamage, cancellation));
    }
}
