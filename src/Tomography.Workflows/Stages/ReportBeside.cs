using System.Collections.Immutable;
using System.Security.Cryptography;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>What a report has beside the results of its study, which the plan alone does not tell.</summary>
/// <param name="Key">All that it depends on: where it is another one, the report is written anew.</param>
/// <param name="Choose">The choice among the candidates of a variant; null where there are none, or a model is missing.</param>
/// <param name="Loop">What the loop shows that was simulated; null where none was, or a model is missing.</param>
public sealed record ReportBeside(
    string Key, Func<Variant, Action<string>, Choice?> Choose, Func<Action<string>, LoopAnalysis?> Loop)
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
        var simulated = SimulateStage.PathOf(request, plan);
        var isSimulated = experiment.Simulate is not null && File.Exists(simulated);
        if (experiment.Candidates is null && !isSimulated) return null;
        var choices = experiment.Candidates is null ? null : new CandidateChoices(plan, experiment, request);
        var candidates = choices is null ? "" : SourceHash.OfCandidates(experiment, request.Limits);
        var loop = isSimulated ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(simulated))) : "";
        return new(
            $"candidates {candidates} loop {loop}",
            (variant, onDamage) => choices?.Of(variant, null, onDamage, cancellation),
            // The loop again, by the models that the store has: nothing is trained.
            onDamage => isSimulated
                ? new LoopSimulation(plan, experiment, request.Store, request.Repertoire).Run(AreThere, onDamage, cancellation)
                : null);

        bool AreThere(ImmutableArray<Plan> plans)
        {
            var results = new ResultStore(request.Store);
            return plans.SelectMany(p => p.Jobs).All(j => results.ContainsAll(j.Key, j.Keeps));
        }
    }
}
