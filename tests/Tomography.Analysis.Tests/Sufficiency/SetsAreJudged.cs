using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>What other seeds say of sets that a search chose.</summary>
public class SetsAreJudged
{
    private const int Materials = 600;

    private static readonly PropertyName A = new("a"), B = new("b"), T = new("t");
    private static readonly SufficiencyQuestion s_question = new(T, [A, B], 0.1, 2, [1, 2], [3, 4, 5]);

    [Theory]
    [InlineData(1.0, SufficiencyVerdict.Sufficient)]
    [InlineData(1.4, SufficiencyVerdict.Insufficient)]
    [InlineData(1.11, SufficiencyVerdict.Undecided)]
    public void A_set_suffices_where_all_properties_surely_improve_on_it_by_less_than_asked(double error, SufficiencyVerdict verdict) =>
        Judged(set => set == A ? error : 1)[A].Verdict.ShouldBe(verdict);

    [Fact]
    public void Sets_wait_for_models_that_are_not_there() =>
        Judged(set => set == A ? null : 1)[A].Verdict.ShouldBe(SufficiencyVerdict.Waiting);

    [Fact]
    public void The_worse_of_both_references_decides()
    {
        var noise = new PropertyName("noise");
        Judged(set => set.Contains(noise) ? 0.7 : 1, s_question with { Controls = noise })[A].Verdict
            .ShouldBe(SufficiencyVerdict.Insufficient);
    }

    [Theory]
    [InlineData(4, SufficiencyVerdict.Undecided)]
    [InlineData(6, SufficiencyVerdict.Sufficient)]
    public void From_few_formulas_nothing_is_said(int formulas, SufficiencyVerdict verdict) =>
        Judged(_ => 1, formulas: formulas)[A].Verdict.ShouldBe(verdict);

    [Fact]
    public void All_properties_together_suffice() =>
        Judged(_ => 1)[new([A, B])].Verdict.ShouldBe(SufficiencyVerdict.Sufficient);

    [Theory]
    [InlineData(0.5, SufficiencyVerdict.Sufficient)]
    [InlineData(1.0, SufficiencyVerdict.NothingLearnt)]
    public void Where_no_model_beats_the_best_constant_nothing_suffices(double ratio, SufficiencyVerdict expected)
    {
        var random = new Random(4);
        double[] a = [.. Enumerable.Range(0, Materials).Select(_ => random.NextDouble())];
        double[] b = [.. a.Select(_ => random.NextDouble())];
        var ranking = new PropertyRanking(T, [A, B], [Column(T, a.Reverse()), Column(A, a), Column(B, b)]);
        // Whatever models are told, they err the same.
        double? Error(PropertySet set) => 4;
        var search = SufficiencySearch.Of(s_question, ranking, Error);
        var found = SufficiencyAnalyzer.Of(
            Representation.Structure, search, ranking, Error, (set, seed) => Errors(set, seed, s => Error(s)),
            (_, seed) => ratio + 0.01 * (seed % 2), [.. a.Select((_, i) => $"F{i}")]).Found.ShouldHaveSingleItem();
        (found.Set.IsEmpty, found.Verdict).ShouldBe((true, expected));
    }

    [Fact]
    public void An_analysis_says_of_each_property_what_it_adds()
    {
        var random = new Random(3);
        double[] a = [.. Enumerable.Range(0, Materials).Select(_ => random.NextDouble())];
        double[] b = [.. a.Select(_ => random.NextDouble())];
        var ranking = new PropertyRanking(T, [A, B], [Column(T, a.Zip(b, (x, y) => x + 0.7 * y)), Column(A, a), Column(B, b)]);
        double? Error(PropertySet set) => set.IsEmpty ? 4 : set.Count == 2 ? 1 : set == A ? 2 : 3;
        var search = SufficiencySearch.Of(s_question, ranking, Error);
        var analysis = SufficiencyAnalyzer.Of(
            Representation.Structure, search, ranking, Error, (set, seed) => Errors(set, seed, s => Error(s)),
            (_, _) => 0.5, [.. a.Select((_, i) => $"F{i}")]);
        var found = analysis.Found.ShouldHaveSingleItem();
        found.Set.ShouldBe(new([A, B]));
        found.Members.Select(m => m.Property).ShouldBe([A, B]);
        found.Members[0].Without.ShouldBe(2);
        found.Members[1].Without.ShouldBe(1);
        found.Members[0].Parts.ShouldBeNull("nothing stands before it");
        // The sum of two: what the second tells beside the first is mostly synergy with it.
        var parts = found.Members[1].Parts.ShouldNotBeNull();
        (parts.Synergetic.Bits + parts.Unique.Bits).ShouldBeGreaterThan(parts.Redundant.Bits);
        found.Members[1].Bits.ShouldBeGreaterThan(1);
        analysis.Tried.Select(t => t.Set.ToString()).ShouldBe(["", "a+b", "a", "b"]);
        analysis.Sufficient.ShouldHaveSingleItem();
    }

    private static IReadOnlyDictionary<PropertySet, (Effect? Effect, SufficiencyVerdict Verdict)> Judged(
        Func<PropertySet, double?> error, SufficiencyQuestion? question = null, int formulas = Materials) =>
        new SetJudge(
            question ?? s_question, new(Enumerable.Range(0, Materials).Select(i => i % formulas)), (set, seed) => Errors(set, seed, error))
            .Judge([A, new([A, B])]);

    private static TestErrors? Errors(PropertySet set, int seed, Func<PropertySet, double?> error)
    {
        if (error(set) is not { } level) return null;
        var random = new Random(seed);
        ImmutableArray<int> crystals = [.. Enumerable.Range(0, 120).Select(i => (i + 120 * seed) % Materials)];
        // The same crystals are hard for all sets.
        var own = new Random(seed + 100 * set.ToString().Length);
        return new(crystals, [.. crystals.Select(_ => level * (random.NextDouble() + 0.1 * own.NextDouble()))], 360);
    }

    private static PropertyColumn Column(PropertyName name, IEnumerable<double> values) =>
        new(new(name, "", PropertyKind.Number, [], [], ""), [.. values]);
}
