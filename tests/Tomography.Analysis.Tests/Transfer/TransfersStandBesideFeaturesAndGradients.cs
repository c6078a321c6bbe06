using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.TransfersAreJudgedLikeFeatures;

namespace Tomography.Analysis.Tests;

public class TransfersStandBesideFeaturesAndGradients
{
    private static readonly PropertyName s_a = new("a"), s_b = new("b");

    [Theory]
    [InlineData(VerdictKind.Informs, VerdictKind.Informs, Concord.Agrees)]
    [InlineData(VerdictKind.Nothing, VerdictKind.Nothing, Concord.Agrees)]
    [InlineData(VerdictKind.Harms, VerdictKind.Harms, Concord.Agrees)]
    [InlineData(VerdictKind.Informs, VerdictKind.Nothing, Concord.OnlyAsFeature)]
    [InlineData(VerdictKind.Informs, VerdictKind.Harms, Concord.OnlyAsFeature)]
    [InlineData(VerdictKind.Nothing, VerdictKind.Informs, Concord.OnlyAsTask)]
    [InlineData(VerdictKind.Nothing, VerdictKind.Harms, Concord.OneHarms)]
    [InlineData(VerdictKind.Undecided, VerdictKind.Informs, Concord.Open)]
    [InlineData(VerdictKind.Informs, VerdictKind.Untrusted, Concord.Open)]
    [InlineData(null, VerdictKind.Informs, Concord.Open)]
    public void Verdicts_go_together_where_both_are_given(VerdictKind? feature, VerdictKind transfer, Concord concord)
    {
        new TransferComparison(s_a, s_b, Verdict(transfer), feature is { } kind ? Verdict(kind) : null, null).Concord.ShouldBe(concord);

        static EdgeVerdict Verdict(VerdictKind kind) =>
            new(Representation.Structure, s_a, s_b, kind, VerdictReason.None, null, null, null, null);
    }

    [Fact]
    public void Gradients_are_means_over_the_seeds_of_the_pair()
    {
        var transfer = Of(new() { Change = PlantedChange });
        var gradient = transfer.Comparisons.Single(c => c.From == s_a && c.To == s_b).Gradient.ShouldNotBeNull();
        (gradient.Seeds, gradient.Cosine, gradient.ConflictShare).ShouldBe((5, 0.2, 0.3));
        gradient.Affinity.ShouldBe(0.02 + 0.003, 1e-12);
    }

    [Fact]
    public void Gradients_that_say_what_is_true_rank_partners_as_transfer_does()
    {
        // Partners that help by different amounts, whatever the target.
        var transfer = Of(new()
        {
            Targets = ["a", "b", "c", "d", "e"], OfNoise = 0, Scatter = 0.005,
            Change = (partners, _) => -0.08 * (partners[0].Value[0] - 'a'),
        });
        var agreement = transfer.Agreements.Single(a => a.With == TransferRanking.Affinity);
        (agreement.Pairs, agreement.Sources).ShouldBe((20, 5));
        agreement.Ranks!.Rho.ShouldBeGreaterThan(0.9);
        agreement.Ranks.Low.ShouldBeGreaterThan(0.5);
        transfer.Agreements.Single(a => a.With == TransferRanking.Feature).Ranks.ShouldBeNull("the study has no features");
    }

    [Fact]
    public void Few_partners_are_not_ranked()
    {
        var agreement = Of(new() { Targets = ["a", "b", "c"] }).Agreements.Single(a => a.With == TransferRanking.Affinity);
        (agreement.Pairs, agreement.Sources, agreement.Ranks).ShouldBe((6, 3, null));
    }

    [Fact]
    public void The_checklist_reads_conflicts_and_negative_transfers_where_targets_are_learnt_together()
    {
        var (results, options) = new SimulatedTogether { Change = PlantedChange, OfNoise = 0 }.Make();
        var analysis = StudyAnalyzer.Analyze(results, options);
        var (depth, weights) = (Item(analysis, ChecklistPlace.SharingDepth), Item(analysis, ChecklistPlace.LossWeights));
        depth.Number!.Value.ShouldBe(0.5 - (2 * 0.2 - 2 * 0.25) / 12, 1e-12);
        depth.Status.ShouldBe(ChecklistStatus.Attention);
        weights.Number.ShouldBe(analysis.Transfer!.Verdicts.Count(v => v.Kind == VerdictKind.Harms));
        weights.Status.ShouldBe(ChecklistStatus.Attention);

        var without = StudyAnalyzer.Analyze(results with { Joint = null }, options);
        Item(without, ChecklistPlace.SharingDepth).Status.ShouldBe(ChecklistStatus.NotMeasured);
        Item(without, ChecklistPlace.LossWeights).Status.ShouldBe(ChecklistStatus.NotMeasured);
    }

    private static ChecklistItem Item(StudyAnalysis analysis, ChecklistPlace place) =>
        analysis.Entanglement.Checklist.Single(item => item.Place == place);
}
