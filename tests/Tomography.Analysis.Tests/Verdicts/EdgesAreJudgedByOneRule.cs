using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

public class EdgesAreJudgedByOneRule
{
    private static readonly PropertyName s_target = new("gap"), s_feature = new("density"), s_shuffled = new("shuffled");

    [Theory]
    [InlineData(-0.3, VerdictKind.Informs)]
    [InlineData(0.3, VerdictKind.Harms)]
    [InlineData(0.0, VerdictKind.Nothing)]
    public void By_its_effect(double change, VerdictKind kind)
    {
        var verdict = Verdict(new() { Change = change });
        (verdict.Kind, verdict.Reason).ShouldBe((kind, VerdictReason.None));
        verdict.Control.ShouldBe((PropertySet)s_shuffled);
        verdict.Effect!.Change.ShouldBe(change, 0.02);
        verdict.Q.ShouldNotBeNull();
    }

    [Fact]
    public void A_small_study_is_undecided_and_says_what_it_would_have_found()
    {
        var verdict = Verdict(new() { Change = -0.02, Noise = 2, Test = 60 });
        verdict.Kind.ShouldBe(VerdictKind.Undecided);
        verdict.Effect!.SmallestFound.ShouldBeGreaterThan(0.05);
    }

    [Fact]
    public void What_is_wrong_comes_before_any_effect()
    {
        Reason(new() { Change = -0.3, Seeds = 2 }).ShouldBe((VerdictKind.Undecided, VerdictReason.FewSeeds));
        Reason(new() { Change = -0.3, HasPredictions = false }).ShouldBe((VerdictKind.Undecided, VerdictReason.NoPredictions));
        Reason(new() { Change = -0.3, Test = 40 }).ShouldBe((VerdictKind.Untrusted, VerdictReason.FewTestCrystals));
        Reason(new() { Change = -0.3, Constant = 1.0 }).ShouldBe((VerdictKind.Untrusted, VerdictReason.BaselineLearntNothing));
        Reason(new() { Change = 9 }).ShouldBe((VerdictKind.Untrusted, VerdictReason.Diverged));
        Reason(new() { Change = -0.3, BestEpoch = 100 }).ShouldBe((VerdictKind.Untrusted, VerdictReason.NotConverged));
        Reason(new() { Change = -0.3, ControlChange = -0.3 }).ShouldBe((VerdictKind.Untrusted, VerdictReason.ControlInforms));
        Reason(new() { Change = -0.3, IsOdd = true }).ShouldBe((VerdictKind.Untrusted, VerdictReason.Data));
        Verdict(new() { Change = -0.3, IsOdd = true }).Q.ShouldBeNull("it is none of the claims that are corrected for");
    }

    [Fact]
    public void A_feature_that_does_no_better_than_a_worse_control_claims_nothing()
    {
        // The width alone costs a tenth; the feature as well.
        var verdict = Verdict(new() { Change = 0.1, ControlChange = 0.1 });
        verdict.Kind.ShouldBe(VerdictKind.Undecided);
        verdict.AgainstControl!.Change.ShouldBe(0, 0.02);
    }

    [Fact]
    public void A_study_that_has_not_trained_its_control_yet_claims_nothing()
    {
        foreach (var seeds in new[] { 0, 1, 2 })
            Reason(new() { Change = -0.3, ControlSeeds = seeds }).ShouldBe((VerdictKind.Undecided, VerdictReason.NoControl));
        Reason(new() { Change = -0.3, ControlSeeds = 3 }).ShouldBe((VerdictKind.Informs, VerdictReason.None));
    }

    [Fact]
    public void A_mean_that_most_crystals_contradict_is_not_trusted() =>
        Reason(new() { Few = true, Constant = 5 }).ShouldBe((VerdictKind.Untrusted, VerdictReason.MeanAndShareContradict));

    [Fact]
    public void Where_few_formulas_have_nearly_all_crystals_nothing_is_claimed()
    {
        // Sums of shares round, more or less than four of them.
        foreach (var (seeds, test) in new[] { (5, 200), (3, 100), (3, 72), (4, 100), (7, 52) })
            Reason(new() { Change = -0.3, Seeds = seeds, Test = test, Formula = i => i % 4 })
                .ShouldBe((VerdictKind.Untrusted, VerdictReason.FewFormulas), $"{seeds} {test}");
        Reason(new() { Change = -0.3, Formula = i => i % 2 == 0 ? 0 : i }).ShouldBe((VerdictKind.Untrusted, VerdictReason.FewFormulas));
        Reason(new() { Change = -0.3, Formula = i => i % 5 }).ShouldBe((VerdictKind.Informs, VerdictReason.None));
    }

    [Fact]
    public void Where_all_crystals_have_one_formula_what_is_said_is_of_this_formula()
    {
        var verdict = Verdict(new() { Change = -0.3, Formula = _ => 0 });
        (verdict.Kind, verdict.Reason).ShouldBe((VerdictKind.Informs, VerdictReason.None));
        verdict.Effect.ShouldBe(Verdict(new() { Change = -0.3 }).Effect, "each crystal counts for itself");
    }

    private static (VerdictKind, VerdictReason) Reason(Case study)
    {
        var verdict = Verdict(study);
        return (verdict.Kind, verdict.Reason);
    }

    private static EdgeVerdict Verdict(Case study)
    {
        ImmutableArray<int> seeds = [.. Enumerable.Range(1, study.Seeds)];
        PropertySet[] rows = [PropertySet.None, s_feature, s_shuffled];
        ImmutableArray<ModelSpec> models =
        [
            .. rows.SelectMany(f => seeds.Select(s => new ModelSpec(Representation.Structure, s_target, f, PropertySet.None, s))),
        ];
        var errors = models.ToDictionary(m => m, study.ErrorsOf);
        var results = new StudyResults(
            "study", new("data", false, 1000, 1000, 1000, 0), [Representation.Structure], [Number(s_target)], [s_feature, s_shuffled],
            [Number(s_target), Number(s_feature), Number(s_shuffled)], seeds, models,
            [
                .. models.Where(m => m.Features != s_shuffled || m.Seed <= study.ControlSeeds).Select(m => new ModelScore(
                    m, s_target, errors[m].Errors.Average(), 0.5, study.Constant, 1000, 1, study.BestEpoch, 100, 1, "key")),
            ])
        {
            Controls = [s_shuffled],
        };
        return VerdictAnalysis.Of(results, new(results), new()
        {
            TestErrors = (m, _) => study.HasPredictions ? errors[m] : null,
            Formulas = [.. Enumerable.Range(0, 1000).Select(i => $"F{study.Formula(i)}")],
            OddProperties = study.IsOdd ? [s_feature] : [],
        }).ShouldHaveSingleItem();
    }

    private static Property Number(PropertyName name) => new(name, "", PropertyKind.Number, [], [], "");

    /// <summary>A study of one feature and one control.</summary>
    private sealed record Case
    {
        public double Change { get; init; }

        public double ControlChange { get; init; }

        public int Seeds { get; init; } = 5;

        public int ControlSeeds { get; init; } = 5;

        public int Test { get; init; } = 200;

        public double Noise { get; init; } = 0.1;

        public double Constant { get; init; } = 2;

        public int BestEpoch { get; init; } = 50;

        public bool HasPredictions { get; init; } = true;

        public bool IsOdd { get; init; }

        public bool Few { get; init; }

        public Func<int, int> Formula { get; init; } = i => i;

        public TestErrors ErrorsOf(ModelSpec model)
        {
            var random = new Random(1000 * model.Seed + (int)model.Features.Count);
            ImmutableArray<int> crystals = [.. Enumerable.Range(0, Test).Select(i => (200 * (model.Seed - 1) + i) % 1000)];
            var change = model.Features.IsEmpty ? 0 : model.Features == s_shuffled ? ControlChange : Change;
            // A few crystals with large errors may carry all of the change, and all others a little of the opposite.
            double Factor(int i) => !Few ? 1 + change : (i % 5 == 0 ? 10 : 1) * (model.Features != s_feature ? 1 : i % 5 == 0 ? 0.5 : 1.2);
            return new(
                crystals, [.. crystals.Select((_, i) => Math.Abs(Factor(i) * (1 + Noise * (random.NextDouble() - 0.5))))], 600);
        }
    }
}
