using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>The edges of starts from trained models, with their models.</summary>
internal static class SteeredStarts
{
    /// <summary>The edges, in the order of their verdicts; none where no model starts from another.</summary>
    /// <param name="results">The study.</param>
    /// <param name="verdicts">The verdicts on starts.</param>
    public static IEnumerable<SteeredEdge> Of(StudyResults results, IReadOnlyList<EdgeVerdict> verdicts)
    {
        if (results.Sequence is not { } sequence) return [];
        var runs = sequence.Runs.ToLookup(run => (run.Representation, run.Source, run.Target, run.Labels));
        var failed = results.FailedModels.Concat(sequence.Failed).ToHashSet();
        return verdicts.Select(verdict =>
        {
            SequenceRun[] seeds = [.. runs[(verdict.Representation, verdict.Feature, verdict.Target, verdict.Labels)]];
            return new SteeredEdge(
                new(EdgeKind.Start, verdict.Labels), verdict,
                [
                    .. seeds.Select(run => SteeredSeed.Of(
                        run.Models, failed,
                        model => (model == run.Models.Model ? run.Started : model == run.Models.Baseline ? run.Alone : run.Control)
                            is not null)),
                ],
                SteeredEdge.ChangeOf(seeds.Select(run => (run.Started?.TestMae, run.Alone?.TestMae))));
        });
    }
}
