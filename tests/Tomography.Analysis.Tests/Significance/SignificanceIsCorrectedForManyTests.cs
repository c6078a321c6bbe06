using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class SignificanceIsCorrectedForManyTests
{
    private static readonly int[] Seeds = [1, 2];
    private static readonly PropertySet[] Features = [Density, BandGap, Volume];

    [Fact]
    public void Table_1_lists_the_significant_features_and_what_structure_already_encodes()
    {
        var sets = Sets(
            [S, C],
            Errors(S, Volume, null, Seeds, 2, 3),
            Errors(S, Volume, Density, Seeds, 1, 1),
            Errors(S, Volume, BandGap, Seeds, 1, 2),
            Errors(S, Volume, Volume, Seeds, 0.1, 0.1),
            Errors(C, Volume, null, Seeds, 2, 3),
            Errors(C, Volume, Density, Seeds, 1, 1),
            Errors(C, Volume, BandGap, Seeds, 1, 1.5),
            Errors(C, Volume, Volume, Seeds, 0.1, 0.1));

        var row = sets.Targets.ShouldHaveSingleItem();
        row.Structure!.Value.ShouldBe([Density]);
        row.Composition!.Value.ShouldBe([Density, BandGap]);
        row.CompositionOnly!.Value.ShouldBe([BandGap]);
        sets.FeatureCounts!.Value.ShouldBe([new(Density, 0), new(BandGap, 1), new(Volume, 0)]);
    }

    [Fact]
    public void The_two_forms_decide_each_by_its_own_upper_bound()
    {
        IEnumerable<ModelScore>[] scores = [Errors(S, Volume, null, Seeds, 2, 4), Errors(S, Volume, Density, Seeds, 1.9, 3.9)];

        Sets([S], scores).Targets[0].Structure!.Value.ShouldBeEmpty();
        Sets([S], ImportanceForm.Paired, scores).Targets[0].Structure!.Value.ShouldBe([Density]);
    }

    [Theory]
    [InlineData("structure")]
    [InlineData("composition")]
    public void With_one_representation_there_is_no_last_column(string name)
    {
        var studied = new Representation(name);
        var sets = Sets([studied], Errors(studied, Volume, null, Seeds, 2, 3), Errors(studied, Volume, Density, Seeds, 1, 1));

        var row = sets.Targets.ShouldHaveSingleItem();
        row.In(studied)!.Value.ShouldBe([Density]);
        row.In(studied == S ? C : S).ShouldBeNull();
        row.CompositionOnly.ShouldBeNull();
        sets.FeatureCounts.ShouldBeNull();
    }

    [Fact]
    public void A_feature_whose_structure_models_are_missing_is_undecided_and_not_in_the_last_column()
    {
        var row = Sets(
            [S, C],
            Errors(S, Volume, null, Seeds, 2, 3),
            Errors(C, Volume, null, Seeds, 2, 3),
            Errors(C, Volume, Density, Seeds, 1, 1)
        ).Targets[0];

        row.Composition!.Value.ShouldBe([Density]);
        row.CompositionOnly!.Value.ShouldBeEmpty();
    }

    [Fact]
    public void The_summary_counts_couplings_without_the_positive_control()
    {
        var table = ImportanceAnalysis
            .Of(
                Study(
                    [S],
                    [Volume],
                    Features,
                    Seeds,
                    Errors(S, Volume, null, Seeds, 2, 3),
                    Errors(S, Volume, Density, Seeds, 4, 5),
                    Errors(S, Volume, Volume, Seeds, 0.1, 0.1)))
            .Single();

        var summary = SignificanceAnalysis.SummaryOf(table, ImportanceForm.Pooled);

        summary.ShouldBe(
            new CouplingSummary(
                S, ImportanceForm.Pooled, Couplings: 2, Missing: 1, Significant: 0, Harmful: 1, ByChance: 1.0 / 6, Strongest: null));
    }

    // Of K cells with S seeds that tell nothing, K 2^-S improve for every seed; and K / C(2S, S) have all errors of one model below all of
    // the other.
    [Fact]
    public void The_rule_is_told_with_what_chance_alone_makes_of_it()
    {
        int[] seeds = [1, 2, 3];
        var random = new Random(3);
        const int cells = 2000;
        double?[] Chance() => [.. seeds.Select(_ => (double?)(1 + random.NextDouble()))];
        var found = Enumerable.Range(0, cells).Select(_ => ImportanceAnalysis
            .Of(Study(
                [S], [Volume], [Density], seeds, Errors(S, Volume, null, seeds, Chance()), Errors(S, Volume, Density, seeds, Chance())))
            .Single())
            .Select(table => (
                Pooled: SignificanceAnalysis.SummaryOf(table, ImportanceForm.Pooled),
                Paired: SignificanceAnalysis.SummaryOf(table, ImportanceForm.Paired)))
            .ToArray();

        found[0].Pooled.ByChance.ShouldBe(1.0 / 20, 1e-12);
        found[0].Paired.ByChance.ShouldBe(1.0 / 8, 1e-12);
        // Three standard deviations of a count.
        ((double)found.Count(each => each.Pooled.Significant > 0)).ShouldBe(cells / 20.0, 3 * Math.Sqrt(cells / 20.0));
        ((double)found.Count(each => each.Paired.Significant > 0)).ShouldBe(cells / 8.0, 3 * Math.Sqrt(cells / 8.0));
        ((double)found.Count(each => each.Paired.Harmful > 0)).ShouldBe(cells / 8.0, 3 * Math.Sqrt(cells / 8.0));
    }

    [Fact]
    public void By_verdicts_structure_encodes_what_informs_in_composition_and_is_nothing_in_structure()
    {
        PropertySet[] features = [Density, BandGap, new PropertyName("energy")];
        var results = Study([C, S], [Volume], features, [1, 2, 3]);
        var sets = SignificanceAnalysis.SetsOf(
        [
            Verdict(C, features[0], VerdictKind.Informs), Verdict(S, features[0], VerdictKind.Nothing),
            Verdict(C, features[1], VerdictKind.Informs), Verdict(S, features[1], VerdictKind.Undecided),
            Verdict(C, features[2], VerdictKind.Nothing), Verdict(S, features[2], VerdictKind.Informs),
        ], results);

        var row = sets.Targets.ShouldHaveSingleItem();
        row.Structure!.Value.ShouldBe([features[2]]);
        row.Composition!.Value.ShouldBe([features[0], features[1]]);
        row.CompositionOnly!.Value.ShouldBe([features[0]], "what is undecided in structure is not shown to be nothing there");
        sets.FeatureCounts!.Value.Select(count => count.Count).ShouldBe([1, 0, 0]);
        SignificanceAnalysis.SetsOf([], results with { Representations = [S] }).FeatureCounts.ShouldBeNull();

        static EdgeVerdict Verdict(Representation representation, PropertySet feature, VerdictKind kind) =>
            new(representation, feature, Volume, kind, VerdictReason.None, null, null, null, null);
    }

    [Fact]
    public void The_strongest_coupling_is_the_significant_one_with_the_most_negative_change()
    {
        var table = ImportanceAnalysis
            .Of(
                Study(
                    [S],
                    [Volume],
                    Features,
                    Seeds,
                    Errors(S, Volume, null, Seeds, 4, 5),
                    Errors(S, Volume, Density, Seeds, 2, 2),
                    Errors(S, Volume, BandGap, Seeds, 1, 1.5),
                    Errors(S, Volume, Volume, Seeds, 0.1, 0.1)))
            .Single();

        SignificanceAnalysis.SummaryOf(table, ImportanceForm.Pooled).Strongest!.Features.ShouldBe(BandGap);
    }

    private static SignificanceSets Sets(Representation[] representations, params IEnumerable<ModelScore>[] scores) =>
        Sets(representations, ImportanceForm.Pooled, scores);

    private static SignificanceSets Sets(Representation[] representations, ImportanceForm form, IEnumerable<ModelScore>[] scores) =>
        SignificanceAnalysis.SetsOf(ImportanceAnalysis.Of(Study(representations, [Volume], Features, Seeds, scores)), form);
}
