namespace Tomography.Analysis;

/// <summary>Turns the results of a study into what reports say about it.</summary>
public static class StudyAnalyzer
{
    /// <summary>Analyses a study, complete or not.</summary>
    /// <exception cref="ArgumentException">The scores contradict the study: a model twice or not asked for, an error that is no number of at least 0.</exception>
    public static StudyAnalysis Analyze(StudyResults results)
    {
        var scores = new ScoreIndex(results);
        var importance = ImportanceAnalysis.Of(results, scores);
        var baselines =
            from representation in results.Representations
            from target in results.Targets
            let errors = scores.TestErrors(representation, target.Name, null).OfType<double>().ToArray()
            select new BaselineError(representation, target, errors.Length, errors.Length == 0 ? null : ErrorRange.Of(errors));
        var couplings =
            from table in importance
            from form in new[] { ImportanceForm.Pooled, ImportanceForm.Paired }
            select SignificanceAnalysis.SummaryOf(table, form);

        return new()
        {
            Experiment = results.Experiment,
            Dataset = results.Dataset,
            Representations = results.Representations,
            Targets = results.Targets,
            Features = results.Features,
            Seeds = results.Seeds,
            PlannedModels = scores.PlannedModels,
            MissingModels = scores.Missing,
            Importance = importance,
            PooledSets = SignificanceAnalysis.SetsOf(importance, ImportanceForm.Pooled),
            PairedSets = SignificanceAnalysis.SetsOf(importance, ImportanceForm.Paired),
            Couplings = [.. couplings],
            Baselines = [.. baselines],
        };
    }
}
