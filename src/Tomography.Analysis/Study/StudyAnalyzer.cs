using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Turns the results of a study into what reports say about it.</summary>
public static class StudyAnalyzer
{
    /// <summary>Analyses a study, complete or not.</summary>
    /// <param name="results">The study.</param>
    /// <param name="options">Settings and what comes from outside; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// The study contradicts itself: a model twice or not asked for, an error that is no number of at least 0; or the options do not
    /// fit it.
    /// </exception>
    public static StudyAnalysis Analyze(StudyResults results, AnalysisOptions? options = null)
    {
        var use = options ?? new();
        var scores = new ScoreIndex(results);
        var importance = ImportanceAnalysis.Of(results, scores);
        var baselines = BaselineAnalysis.Of(results, scores);
        ImmutableArray<BaselineError> main = [.. baselines.Select(each => each[0])];
        // Controls are shown in the heatmaps, and count nowhere.
        var judged = importance.Select(table => table.Where(features => !results.IsControl(features))).ToImmutableArray();
        var findings = VerdictAnalysis.FindingsOf(results, scores, use);
        var verdicts = VerdictRule.Decide(findings, use.Verdicts);
        var couplings =
            from table in judged
            from form in new[] { ImportanceForm.Pooled, ImportanceForm.Paired }
            select SignificanceAnalysis.SummaryOf(table, form);
        var uncertainty = use.Uncertainty is { } asked ? UncertaintyAnalyzer.Of(use.Unseen(), asked, verdicts) : null;
        var transfer = TransferAnalyzer.Of(results, verdicts, use, uncertainty);
        var sequence = SequenceAnalyzer.Of(results, use);
        var information = use.Columns.IsEmpty ? null : InformationOf(results, use);

        var entanglement = EntanglementAnalyzer.Of(results, importance, findings, verdicts, main, transfer, sequence, use, uncertainty);

        return new()
        {
            Experiment = results.Experiment,
            Dataset = results.Dataset,
            Representations = results.Representations,
            Targets = results.Targets,
            Features = results.Features,
            Properties = results.Properties,
            Seeds = results.Seeds,
            Controls = results.Controls,
            PlannedModels = scores.PlannedModels,
            MissingModels = scores.Missing,
            Importance = importance,
            PooledSets = SignificanceAnalysis.SetsOf(judged, ImportanceForm.Pooled),
            PairedSets = SignificanceAnalysis.SetsOf(judged, ImportanceForm.Paired),
            VerdictSets = SignificanceAnalysis.SetsOf(verdicts, results),
            Couplings = [.. couplings],
            Verdicts = verdicts,
            VerdictSettings = use.Verdicts,
            Baselines = main,
            ReducedBaselines = [.. baselines.SelectMany(each => each.Skip(1))],
            Ceilings = CeilingAnalysis.Of(results, scores, use),
            PositiveControls = PositiveControl.Of(importance),
            Entanglement = entanglement,
            Transfer = transfer,
            Sequence = sequence,
            Uncertainty = uncertainty,
            Sufficiency = use.Sufficiency(),
            Retrieval = RetrievalOf(use, main, entanglement),
            Information = information,
            Agreements = information is null ? [] : AgreementAnalysis.Of(information, verdicts),
        };
    }

    /// <summary>The verdicts of a study alone, as <see cref="Analyze"/> gives them.</summary>
    /// <param name="results">The study.</param>
    /// <param name="options">Settings and what comes from outside.</param>
    /// <exception cref="ArgumentException">As for <see cref="Analyze"/>.</exception>
    public static ImmutableArray<EdgeVerdict> Verdicts(StudyResults results, AnalysisOptions options) =>
        VerdictAnalysis.Of(results, new(results), options);

    /// <summary>
    /// The verdicts on what learning targets together does, as <see cref="Analyze"/> gives them; none where nothing is learnt together.
    /// </summary>
    /// <param name="results">The study.</param>
    /// <param name="options">Settings and what comes from outside.</param>
    public static ImmutableArray<EdgeVerdict> Transfers(StudyResults results, AnalysisOptions options) =>
        results.Joint is not { } joint ? [] : VerdictRule.Decide(TransferEdges.FindingsOf(joint, options), options.Verdicts);

    /// <summary>The verdicts of a study on edges of every kind, as <see cref="Analyze"/> gives them.</summary>
    /// <param name="results">The study.</param>
    /// <param name="options">Settings and what comes from outside.</param>
    /// <exception cref="ArgumentException">As for <see cref="Analyze"/>.</exception>
    public static StudyVerdicts AllVerdicts(StudyResults results, AnalysisOptions options) => new(Verdicts(results, options))
    {
        Transfers = Transfers(results, options), Starts = SequenceAnalyzer.VerdictsOf(results, options),
    };

    /// <summary>Which targets should be learned together, as <see cref="Analyze"/> gives it; none where that is not asked for.</summary>
    /// <param name="results">The study.</param>
    /// <param name="options">Settings and what comes from outside.</param>
    public static ImmutableArray<GroupAnalysis> Groups(StudyResults results, AnalysisOptions options) =>
        results.Joint is not { } joint || options.Groups is null
            ? []
            : GroupAnalyzer.Of(joint, Transfers(results, options), options.Groups);

    private static ImmutableArray<RetrievalAnalysis> RetrievalOf(
        AnalysisOptions options, ImmutableArray<BaselineError> baselines, EntanglementAnalysis entanglement)
    {
        if (options.Retrieval is not { } settings) return [];
        return RetrievalAnalyzer.Of(options.Predicted(), settings, Skill, Edge);

        double Skill(Representation representation, PropertyName target) =>
            baselines.FirstOrDefault(b => b.Representation == representation && b.Target.Name == target) is
                { TestMae: { } error, ConstantMae: > 0 and { } constant } ? Math.Max(0, 1 - error.Mean / constant) : 0;

        double Edge(Representation representation, PropertyName one, PropertyName other) =>
            entanglement.Representations.FirstOrDefault(l => l.Lattice.Representation == representation) is { } lattice
                ? new[] { lattice.Lattice.Find(one, other), lattice.Lattice.Find(other, one) }
                    .Where(e => e is { IsReal: true }).Select(e => e!.Weight).DefaultIfEmpty(0).Max()
                : 0;
    }

    private static InformationTable InformationOf(StudyResults results, AnalysisOptions options) => InformationAnalysis.Of(
        options.Columns,
        // The estimates are of single numbers and classes.
        [.. results.SingleFeatures.Where(f => options.Columns.All(c => c.Property.Name != f || c.Property.Kind != PropertyKind.Vector))],
        [.. results.Targets.Select(target => target.Name)],
        options.Information);
}
