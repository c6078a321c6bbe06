using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Judges what starting from trained models does.</summary>
internal static class SequenceAnalyzer
{
    /// <summary>The analysis of a study; null where none of its models starts from another.</summary>
    /// <param name="results">The study.</param>
    /// <param name="options">Errors of single crystals, formulas and settings.</param>
    public static SequenceAnalysis? Of(StudyResults results, AnalysisOptions options)
    {
        if (results.Sequence is not { } sequence) return null;
        var (groups, findings) = (GroupsOf(sequence), FindingsOf(sequence, options));
        var verdicts = VerdictRule.Decide(findings, options.Verdicts);
        var points = ImmutableArray.CreateBuilder<SequencePoint>(verdicts.Length);
        foreach (var runs in groups)
            foreach (var source in runs.GroupBy(run => run.Source))
                points.Add(PointOf([.. source], verdicts[points.Count], options));
        var known = points.MoveToImmutable();
        var draws = VerdictDraws.Of(findings, options.Verdicts, SequenceLattices.Settings(options).Resamples);
        return new()
        {
            IsFrozen = sequence.IsFrozen,
            Rate = sequence.Rate,
            Points = known,
            Lattices = SequenceLattices.Of(sequence.Runs, known, draws, options),
        };
    }

    /// <summary>The verdicts alone, as <see cref="Of"/> gives them; none where no model starts from another.</summary>
    /// <param name="results">The study.</param>
    /// <param name="options">Errors of single crystals, formulas and settings.</param>
    public static ImmutableArray<EdgeVerdict> VerdictsOf(StudyResults results, AnalysisOptions options) =>
        results.Sequence is not { } sequence ? [] : VerdictRule.Decide(FindingsOf(sequence, options), options.Verdicts);

    // The variances of the edges of one target are estimated together, at each number of labels for itself: fewer scatter more.
    private static SequenceRun[][] GroupsOf(SequenceResults sequence) =>
        [.. sequence.Runs.GroupBy(run => (run.Representation, run.Target, run.Labels)).Select(group => group.ToArray())];

    private static EdgeFindings[] FindingsOf(SequenceResults sequence, AnalysisOptions options)
    {
        var statistics = options.ErrorsOfPairs();
        return
        [
            .. GroupsOf(sequence).SelectMany(runs => EdgesOf(runs, options, statistics)
                .Select(e => EdgeFindings.Of(e, options.Verdicts) with { Labels = runs[0].Labels })),
        ];
    }

    private static IEnumerable<EdgeEvidence> EdgesOf(SequenceRun[] runs, AnalysisOptions options, IPairedErrors statistics)
    {
        var (representation, target) = (runs[0].Representation, runs[0].Target);
        var rounds = runs.ToDictionary(run => (run.Source, run.Seed), run => run.Round);
        var noise = runs.GroupBy(run => run.Source).ToDictionary(g => g.Key, g => g.First().Noise);
        // Sources with the same gaps share their controls.
        var models = runs.GroupBy(run => run.Source, run => (run.Seed, run.Alone, run.Started))
            .Concat(runs.DistinctBy(run => (run.Noise, run.Seed)).GroupBy(run => run.Noise, run => (run.Seed, run.Alone, run.Control)));
        TargetModels[] rows = [.. models.Select(set => new TargetModels(set.Key, SeedErrors.Of(target, set, statistics)))];
        return TargetModels.Judged(representation, target, rows, [.. noise.Keys], source => noise[source], statistics).Select(edge =>
            edge with
            {
                // From few labels a model alone may learn nothing; one that starts from another and does is no less sound for it.
                EitherMayLearn = true,
                Looks = LookCorrection.Looks(edge.Errors.Scores.Select(s => rounds[(edge.Feature, s.With.Model.Seed)])),
                Outlook = edge.Outlook with { Materials = MaterialsOf(edge) },
                HasOddData = edge.Feature.Append(target).Any(options.OddProperties.Contains),
            });
    }

    // A model of few labels stands on fewer materials than the dataset has: those of the training part that it does not see come on top.
    private static int MaterialsOf(EdgeEvidence edge)
    {
        var stands = edge.Outlook.Materials;
        if (edge.Errors.Scores.IsEmpty || edge.Errors.Scores[0].With.Model.Labels is not { } labels) return stands;
        return edge.Parts is { TestToTrain: > 0 and var ratio }
            ? stands + Math.Max(0, (int)Math.Round(edge.Outlook.TestCrystals / ratio) - labels)
            : stands;
    }

    private static SequencePoint PointOf(SequenceRun[] runs, EdgeVerdict verdict, AnalysisOptions options)
    {
        var trained = runs.Select(run => run.Labels ?? TrainedOf(run.Alone)).OfType<int>().ToArray();
        return new(
            runs[0].Labels, trained.Length == 0 ? null : trained.Average(), Range(run => run.Started), Range(run => run.Control),
            Range(run => run.Alone), verdict);

        int? TrainedOf(ModelScore? score) =>
            score is null ? null : options.TestErrors?.Invoke(score.Model, score.Target)?.Trained;

        ErrorRange? Range(Func<SequenceRun, ModelScore?> of)
        {
            double[] errors = [.. runs.Select(of).OfType<ModelScore>().Select(score => score.TestMae)];
            return errors.Length == 0 ? null : ErrorRange.Of(errors);
        }
    }
}
