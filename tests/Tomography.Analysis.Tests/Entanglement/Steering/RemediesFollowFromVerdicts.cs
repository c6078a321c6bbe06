using Shouldly;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class RemediesFollowFromVerdicts
{
    private static readonly HandmadeVerdict s_edge = new(Density, Volume, -0.12);

    [Theory]
    [InlineData(VerdictKind.Informs)]
    [InlineData(VerdictKind.Harms)]
    [InlineData(VerdictKind.Nothing)]
    public void What_is_decided_needs_nothing(VerdictKind kind) => Need(s_edge with { Kind = kind }).ShouldBeNull();

    [Fact]
    public void An_effect_that_a_few_more_seeds_put_clear_of_chance_asks_for_them()
    {
        var need = Need(s_edge with { TestToTrain = 0.01 })!;

        (need.Remedy, need.Amount).ShouldBe((Remedy.Seeds, 3));
        need.Reason.ShouldBe("-12.0 % (-19.6 % to -3.7 %) by 5 seeds; about 8 seeds should decide it");
    }

    [Fact]
    public void A_smaller_effect_asks_for_more_seeds() =>
        Need(s_edge with { TestToTrain = 0.01, Change = -0.1 })!.Amount!.Value.ShouldBeGreaterThan(3);

    [Fact]
    public void No_effect_asks_for_the_seeds_that_show_it_to_be_small() =>
        Need(s_edge with { Change = 0.001, TestToTrain = 0.001, Training = 0.0022, Sampling = 0 })!.Remedy.ShouldBe(Remedy.Seeds);

    [Fact]
    public void Where_training_parts_overlap_so_much_that_no_number_of_seeds_helps_more_materials_do()
    {
        var need = Need(s_edge with { Change = -0.06 })!;

        need.Remedy.ShouldBe(Remedy.Materials);
        need.Amount!.Value.ShouldBeInRange(2000, 20_000);
        need.Reason.ShouldContain("materials should decide it, 10 seeds about ");
    }

    [Fact]
    public void So_do_they_where_all_crystals_are_tested_and_chance_comes_from_these_alone() =>
        Need(s_edge with { Change = -0.06, Sampling = 0.002, Training = 0 })!.Remedy.ShouldBe(Remedy.Materials);

    [Fact]
    public void An_edge_that_has_had_the_most_seeds_asks_for_materials() =>
        Need(s_edge with { TestToTrain = 0.01 }, seedsLeft: 0)!.Reason.ShouldEndWith("and it has had the most seeds");

    [Fact]
    public void A_control_that_is_as_good_leaves_no_claim_for_seeds_to_make()
    {
        var edge = s_edge with { TestToTrain = 0.01 };

        Need(edge with { AgainstControl = -0.12 })!.Remedy.ShouldBe(Remedy.Seeds);
        Need(edge with { AgainstControl = 0.01 })!.Remedy.ShouldBe(Remedy.Materials);
    }

    [Fact]
    public void Looks_that_were_spent_make_a_claim_dearer() =>
        Need(s_edge with { TestToTrain = 0.01, Looks = 3 })!.Amount!.Value.ShouldBeGreaterThan(3);

    [Theory]
    [InlineData(VerdictReason.Data, Remedy.Data)]
    [InlineData(VerdictReason.MeanAndShareContradict, Remedy.Data)]
    [InlineData(VerdictReason.NotConverged, Remedy.Epochs)]
    [InlineData(VerdictReason.FewTestCrystals, Remedy.Materials)]
    [InlineData(VerdictReason.FewFormulas, Remedy.Materials)]
    [InlineData(VerdictReason.NoPredictions, Remedy.Build)]
    [InlineData(VerdictReason.NoControl, Remedy.Build)]
    [InlineData(VerdictReason.FewSeeds, Remedy.Seeds)]
    [InlineData(VerdictReason.Diverged, Remedy.Settings)]
    [InlineData(VerdictReason.BaselineLearntNothing, Remedy.Settings)]
    [InlineData(VerdictReason.ControlInforms, Remedy.Settings)]
    [InlineData(VerdictReason.SeedsContradict, Remedy.Settings)]
    public void What_is_wrong_asks_for_what_mends_it(VerdictReason reason, Remedy remedy)
    {
        var need = Need(s_edge with { Kind = VerdictKind.Untrusted, Reason = reason, Seeds = 2 })!;

        need.Remedy.ShouldBe(remedy);
        need.Reason.Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void It_says_how_many_epochs_materials_and_seeds()
    {
        Need(s_edge with { Reason = VerdictReason.NotConverged })!.Amount.ShouldBe(750, "half as many again as 500");
        Need(s_edge with { Reason = VerdictReason.FewTestCrystals, Materials = 100 })!.Amount
            .ShouldBe(250, "20 of 100 test a model, and 50 are wanted");
        Need(s_edge with { Reason = VerdictReason.FewSeeds, Seeds = 2 })!.Amount.ShouldBe(1, "three are the fewest");
    }

    [Theory]
    [InlineData(VerdictReason.Data)]
    [InlineData(VerdictReason.BaselineLearntNothing)]
    [InlineData(VerdictReason.ControlInforms)]
    public void What_is_learnt_along_and_starts_are_not_called_features(VerdictReason reason)
    {
        var edge = s_edge with { Kind = VerdictKind.Untrusted, Reason = reason };
        EdgeNeed[] needs = [.. new[] { EdgeKind.Feature, EdgeKind.Transfer, EdgeKind.Start }.Select(kind => Need(edge, kind: kind)!)];

        needs.Select(need => need.Remedy).Distinct().ShouldHaveSingleItem("the rule is one");
        needs.Select(need => need.Reason).ShouldBeUnique();
        needs[0].Reason.ShouldContain("feature");
        needs[1..].ShouldAllBe(need => !need.Reason.Contains("feature", StringComparison.Ordinal));
    }

    [Fact]
    public void More_materials_teach_nothing_to_models_of_so_many_labels()
    {
        // Nearly all of the scatter is that of training: more crystals that test do not help.
        var edge = new HandmadeVerdict(Density, Volume, -0.09) { Training = 0.0015, Sampling = 1e-5 };
        var need = Need(edge, seedsLeft: 0)!;
        need.Remedy.ShouldBe(Remedy.Materials);
        need.Amount.ShouldNotBeNull();

        var few = RemedyRule.Of(EdgeKind.Start, edge.Verdict with { Labels = 50 }, 0, 0.5, new(), new())!;
        (few.Remedy, few.Amount).ShouldBe((Remedy.Materials, null));
        few.Reason.ShouldContain("models of so few labels differ too much");
    }

    [Fact]
    public void A_change_that_the_control_turns_round_is_not_called_close_to_what_matters()
    {
        var edge = new HandmadeVerdict(Density, Volume, 0.085) { AgainstControl = -0.14 };
        Need(edge)!.Reason.ShouldContain("-14.0 % against the control: a claim needs both the same way");
        Need(edge with { AgainstControl = 0.085 })!.Reason.ShouldNotContain("the same way");
    }

    private static EdgeNeed? Need(HandmadeVerdict edge, int seedsLeft = 5, EdgeKind kind = EdgeKind.Feature) =>
        RemedyRule.Of(kind, edge.Verdict, seedsLeft, claimed: 0.5, new(), new());
}
