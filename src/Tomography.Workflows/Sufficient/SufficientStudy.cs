using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>A question for sufficient sets over the results of a plan, in one representation.</summary>
internal sealed class SufficientStudy
{
    private readonly Variant _variant;
    private readonly RoundResults _results;
    private readonly PropertySet _materials;
    private readonly Representation _representation;
    private readonly PropertyRanking _ranking;
    private readonly Lazy<SufficiencySearch> _search;

    private SufficientStudy(
        Plan plan, Variant variant, Representation representation, SufficientSettings settings, MaterialTable table, RoundResults results)
    {
        (_variant, _representation, _results) = (variant, representation, results);
        Question = QuestionOf(plan, settings);
        // All sets are compared on the same materials: those that have every property.
        _materials = new MaterialGroups(plan.Dataset).Of(Question.Full.Union(Question.Target).Union(Question.Controls));
        _ranking = new(
            Question.Target, Question.From,
            Question.From.Append(Question.Target).Select(name => table.Column(plan.Dataset.Column(name)!.Property)));
        _search = new(() => SufficiencySearch.Of(Question, _ranking, ErrorOf));
    }

    /// <summary>What is asked.</summary>
    public SufficiencyQuestion Question { get; }

    /// <summary>The questions of a plan in a representation; none where the store no longer has the values of the dataset.</summary>
    public static IEnumerable<SufficientStudy> All(Plan plan, Variant variant, Representation representation, RoundResults results) =>
        results.Table is not { } table
            ? []
            : plan.Sufficient.Select(settings => new SufficientStudy(plan, variant, representation, settings, table, results));

    /// <summary>The models that it asks for so far.</summary>
    public IEnumerable<ModelSpec> Models()
    {
        var search = _search.Value;
        return (from set in search.Searched from seed in Question.SearchSeeds select Spec(set, seed))
            .Concat(from set in search.Judged from seed in Question.TestSeeds select Spec(set, seed)).Distinct();
    }

    /// <summary>What is found.</summary>
    /// <param name="formulas">Per material its formula.</param>
    /// <param name="errorsOf">The test errors of a model; null where they are not there.</param>
    public SufficiencyAnalysis Analyze(ImmutableArray<string> formulas, Func<ModelSpec, PropertyName, TestErrors?> errorsOf) =>
        SufficiencyAnalyzer.Of(
            _representation, _search.Value, _ranking, ErrorOf,
            (set, seed) => errorsOf(Spec(set, seed), Question.Target), RatioOf, formulas);

    private static SufficiencyQuestion QuestionOf(Plan plan, SufficientSettings settings) => new(
        settings.Target, settings.From, settings.Within, settings.AtMost, [.. plan.Seeds.Take(settings.SearchSeeds)],
        [.. plan.Seeds.Skip(settings.SearchSeeds)])
    {
        MostSets = settings.MostSets,
        HasPeers = settings.HasPeers,
        Controls = new(plan.Controls.Where(c => c == ControlFeatures.Noise || c == ControlFeatures.Shuffled)),
    };

    private double? ErrorOf(PropertySet set)
    {
        var sum = 0.0;
        foreach (var seed in Question.SearchSeeds)
        {
            var key = _results.KeyOf(_variant, Spec(set, seed));
            if (_results.HasFailed(key)) return double.PositiveInfinity;
            if (_results.ScoreOf(key) is not { } score) return null;
            sum += score.ValidationMae;
        }

        return sum / Question.SearchSeeds.Length;
    }

    private double? RatioOf(PropertySet set, int seed) =>
        _results.ScoreOf(_results.KeyOf(_variant, Spec(set, seed))) is not { } score ? null
        : score.ConstantMae > 0 ? score.TestMae / score.ConstantMae
        : 1;

    private ModelSpec Spec(PropertySet set, int seed) => new(_representation, Question.Target, set, _materials, seed);
}
