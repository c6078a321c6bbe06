using System.Collections.Immutable;
using System.Globalization;
using Tomography.Analysis;
using Tomography.Reports;

namespace Tomography.Workflows;

/// <summary>
/// <c>-t:Simulate</c>: a closed loop of choosing and measuring, in which the dataset of an experiment plays the laboratory.
/// </summary>
public static class SimulateStage
{
    /// <summary>The experiments that simulate a loop, with their plans; nothing of these is trained.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="cancellation">Checked between experiments.</param>
    /// <exception cref="DiagnosticException">Something is wrong, or an experiment has nothing to simulate.</exception>
    public static (ImmutableArray<PredictWork> Work, ImmutableArray<Diagnostic> Warnings) Plan(
        WorkflowRequest request, CancellationToken cancellation) => PredictStage.Works(
            request, e => e.Simulate is not null, SimulateReader.Key,
            $"'{SimulateReader.Key}' is missing: add a line like 'simulate: {{ goals: [{{ property: band-gap, maximise: true }}] }}'.",
            cancellation);

    /// <summary>Runs the loop and writes <c>simulate.csv</c>.</summary>
    /// <param name="work">What <see cref="Plan"/> gave.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="train">Trains what the store lacks of plans; false where a model failed.</param>
    /// <param name="onDamage">Told of what was damaged.</param>
    /// <param name="cancellation">Checked between rounds.</param>
    /// <returns>What it shows in lines for people; none where a model failed.</returns>
    /// <exception cref="DiagnosticException">The experiment has a matrix, or its dataset is too small.</exception>
    public static ImmutableArray<string> Run(
        PredictWork work, WorkflowRequest request, Func<ImmutableArray<Plan>, bool> train, Action<string> onDamage,
        CancellationToken cancellation)
    {
        var simulation = new LoopSimulation(work.Study, work.Experiment, request.Store, request.Repertoire);
        if (simulation.Run(train, onDamage, cancellation) is not { } analysis) return [];
        var path = PathOf(request, work.Study);
        AtomicFile.Write(path, stream => SimulateCsv.Write(stream, analysis, simulation));
        return [.. LoopText.Lines(analysis).Select(l => $"    {l}"), $"    {path}"];
    }

    /// <summary>The models of the loops that experiments simulate, as far as these went: what the store is to keep for them.</summary>
    /// <param name="plans">The plans of the experiments.</param>
    /// <param name="request">What was asked for.</param>
    public static ImmutableArray<Plan> Rounds(IEnumerable<Plan> plans, WorkflowRequest request) =>
    [
        .. from plan in plans
           let experiment = PlanStage.ReadExperiments(request with { Experiments = [plan.File] })[0]
           where experiment.Simulate is not null
           from round in new LoopSimulation(plan, experiment, request.Store, request.Repertoire).Rounds()
           select round,
    ];

    /// <summary>What is simulated, for people.</summary>
    public static string Describe(PredictWork work)
    {
        var loop = work.Experiment.Simulate!.Loop;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Simulate: {work.Study.Experiment}: {loop.Policies.Length} policies, {loop.Repeats} times {loop.Start} first materials and "
                + $"{loop.Rounds} rounds of {loop.Batch}.");
    }

    /// <summary>Full path of <c>simulate.csv</c>.</summary>
    internal static string PathOf(WorkflowRequest request, Plan plan) =>
        Path.Combine(request.OutputOf(plan.Experiment), ReportFiles.Simulate);
}
