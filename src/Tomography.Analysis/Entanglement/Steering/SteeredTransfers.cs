using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>The edges of what is learnt along, with their models.</summary>
internal static class SteeredTransfers
{
    /// <summary>The edges, in the order of their verdicts; none where nothing is learnt together.</summary>
    /// <param name="results">The study.</param>
    /// <param name="verdicts">The verdicts on what is learnt along.</param>
    public static IEnumerable<SteeredEdge> Of(StudyResults results, IReadOnlyList<EdgeVerdict> verdicts)
    {
        if (results.Joint is not { } joint) return [];
        var runs = joint.Runs.ToLookup(run => (run.Representation, run.Partners, run.Target));
        var failed = results.FailedModels.Concat(joint.Failed).ToHashSet();
        return verdicts.Select(verdict =>
        {
            JointRun[] seeds = [.. runs[(verdict.Representation, verdict.Feature, verdict.Target)]];
            return new SteeredEdge(
                LatticeKind.Transfers, verdict,
                [
                    .. seeds.Select(run => SteeredSeed.Of(
                        run.Models, failed,
                        model => (model == run.Models.Model ? run.Joint : model == run.Models.Baseline ? run.Alone : run.Control)
                            is not null)),
                ],
                SteeredEdge.ChangeOf(seeds.Select(run => (run.Joint?.TestMae, run.Alone?.TestMae))));
        });
    }
}
