using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Finds what learning together does to each target of each set.</summary>
internal static class TransferEdges
{
    /// <summary>What was found of each edge: by representation, target and set, in the order of the study.</summary>
    /// <param name="joint">Models of several targets.</param>
    /// <param name="options">Errors of single crystals, formulas and settings.</param>
    public static ImmutableArray<EdgeFindings> FindingsOf(JointResults joint, AnalysisOptions options)
    {
        var statistics = options.ErrorsOfPairs();
        return
        [
            .. joint.Runs.GroupBy(run => (run.Representation, run.Target))
                .SelectMany(group => EdgesOf(group.Key.Representation, group.Key.Target, [.. group], options, statistics))
                .Select(edge => EdgeFindings.Of(edge, options.Verdicts)),
        ];
    }

    private static IEnumerable<EdgeEvidence> EdgesOf(
        Representation representation, PropertyName target, JointRun[] runs, AnalysisOptions options, IPairedErrors statistics)
    {
        var rounds = runs.ToDictionary(run => (run.Partners, run.Seed), run => run.Round);
        var noise = runs.GroupBy(run => run.Partners).ToDictionary(set => set.Key, set => set.First().Noise);
        // Sets that take the same noise share their controls.
        var models = runs.GroupBy(run => run.Partners, run => (run.Seed, run.Alone, run.Joint))
            .Concat(runs.DistinctBy(run => (run.Noise, run.Seed)).GroupBy(run => run.Noise, run => (run.Seed, run.Alone, run.Control)));
        TargetModels[] rows = [.. models.Select(set => new TargetModels(set.Key, SeedErrors.Of(target, set, statistics)))];
        return TargetModels.Judged(representation, target, rows, [.. noise.Keys], set => noise[set], statistics).Select(edge => edge with
        {
            Looks = LookCorrection.Looks(edge.Errors.Scores.Select(s => rounds[(edge.Feature, s.With.Model.Seed)])),
            HasOddData = edge.Feature.Append(target).Any(options.OddProperties.Contains),
        });
    }
}
