using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Analysis.Tests;

public class TransfersAreJudgedLikeFeatures(ITestOutputHelper output)
{
    private static readonly PropertyName s_a = new("a"), s_b = new("b"), s_c = new("c");

    [Fact]
    public void Planted_transfers_are_found_and_where_there_is_none_one_claim_in_twenty_is_made_at_most()
    {
        const int studies = 40;
        int right = 0, planted = 0, wrong = 0, none = 0;
        for (var draw = 0; draw < studies; draw++)
            foreach (var verdict in Of(new() { Draw = draw, OfNoise = 0, Change = PlantedChange }).Verdicts)
            {
                var truth = PlantedChange(verdict.Feature, verdict.Target.Value);
                if (truth == 0)
                {
                    none++;
                    if (verdict.IsClaim) wrong++;
                    continue;
                }

                planted++;
                if (verdict.Kind == (truth < 0 ? VerdictKind.Informs : VerdictKind.Harms)) right++;
            }

        output.WriteLine($"{100.0 * right / planted:0.0} % of {planted} planted transfers are found; {100.0 * wrong / none:0.0} % of "
            + $"{none} pairs without one are claimed");
        (planted, none).ShouldBe((4 * studies, 8 * studies));
        (right / (double)planted).ShouldBeGreaterThan(0.9);
        (wrong / (double)none).ShouldBeLessThan(0.05);
    }

    [Fact]
    public void What_sharing_costs_by_itself_is_laid_to_no_partner()
    {
        // A fifth more error beside a partner, and as much beside noise.
        var claims = Enumerable.Range(0, 20).SelectMany(draw => Of(new() { Draw = draw, OfNoise = 0.2, Change = (_, _) => 0.2 }).Verdicts)
            .Count(verdict => verdict.IsClaim);
        claims.ShouldBeLessThan(12, "of 240");
    }

    [Fact]
    public void What_makes_up_for_sharing_at_best_is_no_claim_though_it_beats_noise()
    {
        var verdict = Of(new() { OfNoise = 0.3, Change = (_, _) => 0.1 }).Verdicts[0];
        verdict.AgainstControl!.High.ShouldBeLessThan(0);
        verdict.Effect!.Low.ShouldBeGreaterThan(0);
        verdict.Kind.ShouldBe(VerdictKind.Undecided);
    }

    [Fact]
    public void A_partner_is_not_trusted_where_noise_helps_as_well() =>
        Of(new() { OfNoise = -0.3, Change = (_, _) => -0.35 }).Verdicts.ShouldAllBe(v => v.Reason == VerdictReason.ControlInforms);

    [Fact]
    public void A_target_with_fewer_labels_is_judged_on_the_crystals_that_have_it()
    {
        var transfer = Of(new() { Labels = target => target == "a" ? 60 : 200, Change = (_, target) => target == "a" ? -0.4 : 0 });
        var scarce = Verdict(transfer, s_b, s_a);
        (scarce.Kind, scarce.Effect!.Crystals).ShouldBe((VerdictKind.Informs, 300));
        Verdict(transfer, s_a, s_b).Effect!.Crystals.ShouldBe(1000);
    }

    [Fact]
    public void Seeds_without_one_of_the_models_decide_nothing()
    {
        var (results, options) = new SimulatedTogether { Change = (_, _) => -0.4 }.Make();
        ImmutableArray<JointRun> runs = [.. results.Joint!.Runs.Select(r => r.Seed <= 2 || r.Target != s_a ? r : r with { Joint = null })];
        var transfer = StudyAnalyzer.Analyze(results with { Joint = results.Joint with { Runs = runs } }, options).Transfer!;
        var verdict = Verdict(transfer, s_b, s_a);
        (verdict.Kind, verdict.Reason, verdict.SeedsMeasured, verdict.SeedsPlanned)
            .ShouldBe((VerdictKind.Undecided, VerdictReason.FewSeeds, 2, 5));
        Verdict(transfer, s_a, s_b).Kind.ShouldBe(VerdictKind.Informs);
    }

    [Fact]
    public void Pairs_are_edges_of_the_lattice_and_groups_have_verdicts_alone()
    {
        var group = new PropertySet([s_a, s_b, s_c]);
        var transfer = Of(new() { Groups = [group], Change = PlantedChange });
        transfer.Verdicts.Length.ShouldBe(12 + 3);
        var ofGroup = Verdict(transfer, new([s_b, s_c]), s_a);
        ofGroup.AgainstControl.ShouldNotBeNull();
        var lattice = transfer.Lattices.ShouldHaveSingleItem();
        lattice.Lattice.Edges.Length.ShouldBe(12);
        lattice.Lattice.Find(s_a, s_b)!.IsReal.ShouldBeTrue();
        lattice.Lattice.Find(s_a, s_c)!.IsPathological.ShouldBeTrue();
        lattice.Measures.Counts.Claims.ShouldBe(transfer.Comparisons.Count(c => c.Transfer.IsClaim));
        lattice.Lattice.Controls.ShouldAllBe(level => level.Control == new PropertyName("noise-task-1"));
    }

    [Fact]
    public void A_study_that_learns_nothing_together_has_no_transfer()
    {
        var (results, options) = new SimulatedTogether().Make();
        StudyAnalyzer.Analyze(results with { Joint = null }, options).Transfer.ShouldBeNull();
    }

    [Fact]
    public void An_error_that_is_no_number_is_refused()
    {
        var (results, options) = new SimulatedTogether().Make();
        var run = results.Joint!.Runs[0];
        ImmutableArray<JointRun> runs = [run with { Joint = run.Joint! with { TestMae = double.NaN } }, .. results.Joint.Runs.Skip(1)];
        Should.Throw<ArgumentException>(() => StudyAnalyzer.Analyze(results with { Joint = results.Joint with { Runs = runs } }, options));
    }

    internal static TransferAnalysis Of(SimulatedTogether study)
    {
        var (results, options) = study.Make();
        return StudyAnalyzer.Analyze(results, options).Transfer.ShouldNotBeNull();
    }

    // a helps b, c helps d; a harms c, d harms b; all else does nothing.
    internal static double PlantedChange(PropertySet partners, string target) => (partners.ToString(), target) switch
    {
        ("a", "b") or ("c", "d") => -0.2,
        ("a", "c") or ("d", "b") => 0.25,
        _ => 0,
    };

    private static EdgeVerdict Verdict(TransferAnalysis transfer, PropertySet partners, PropertyName target) =>
        transfer.Verdicts.Single(v => v.Feature == partners && v.Target == target);
}
