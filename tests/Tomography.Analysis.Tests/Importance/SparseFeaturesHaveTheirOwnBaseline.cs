using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

/// <summary>Features that some materials lack: they are compared on the materials that have them.</summary>
public class SparseFeaturesHaveTheirOwnBaseline
{
    private const int All = 100;
    private const int Few = 40;

    private static readonly int[] Seeds = [1, 2];

    // The materials that have a band gap are easy ones: on them the baseline errs by 1 instead of 2, and the band gap makes it worse.
    private static StudyResults Results { get; } = Make();

    [Fact]
    public void A_sparse_feature_is_compared_with_the_baseline_on_its_own_materials()
    {
        var cell = ImportanceAnalysis.Of(Results).Single().Find(BandGap, Volume)!;

        cell.Paired.Percent!.Value.Change.ShouldBe(50, 1e-12, "beside the baseline on all materials it would be an improvement of 25 %");
        cell.Pooled.IsHarmful.ShouldBeTrue();
        cell.SeedChanges.Select(seed => seed.Change).ShouldBe([0.5, 0.5]);
        ImportanceAnalysis.Of(Results).Single().Find(Density, Volume)!.Paired.Percent!.Value.Change.ShouldBe(-50);
    }

    [Fact]
    public void Without_its_own_baseline_a_sparse_feature_has_no_importance()
    {
        var lacking = Results with { Scores = Results.Scores.RemoveAll(score => score.Model.IsBaseline && !score.Model.Materials.IsEmpty) };

        ImportanceAnalysis.Of(lacking).Single().Find(BandGap, Volume)!.Pooled.Missing.ShouldBe(MissingReason.NoBaseline);
        StudyAnalyzer.Analyze(lacking).MissingModels.ShouldBe([Model(S, Volume, null, 1, BandGap), Model(S, Volume, null, 2, BandGap)]);
    }

    [Fact]
    public void Each_cell_and_baseline_knows_its_number_of_materials()
    {
        var analysis = StudyAnalyzer.Analyze(Results);

        analysis.Importance.Single().Cells.Select(cell => (cell.Features.ToString(), cell.Materials))
            .ShouldBe([("density", All), ("band-gap", Few)]);
        analysis.Baselines.Select(baseline => (baseline.Materials, baseline.TestMae!.Value.Mean)).ShouldBe([(All, 2)]);
        analysis.ReducedBaselines.Select(baseline => (baseline.MaterialsWith, baseline.Materials, baseline.TestMae!.Value.Mean))
            .ShouldBe([(BandGap, Few, 1)]);
        analysis.MaterialsDiffer.ShouldBeTrue();
        StudyAnalyzer.Analyze(Results with { Scores = Results.Scores.RemoveAll(score => score.Materials == Few) })
            .MaterialsDiffer.ShouldBeFalse("only one number is known");
        StudyAnalyzer.Analyze(Results with { Scores = [] }).Importance.Single().Cells.ShouldAllBe(cell => cell.Materials == null);
    }

    [Fact]
    public void The_uncertainty_of_a_target_is_that_of_its_baseline_on_all_materials()
    {
        var wide = Results with
        {
            Scores =
            [
                .. Results.Scores.Select(score => score.Materials == Few && score.Model.Seed == 2 ? score with { TestMae = 9 } : score),
            ],
        };

        StudyAnalyzer.Analyze(wide).Entanglement.Representations.Single()
            .Uncertainty.Single(each => each.Property == Volume).Own.ShouldBe(0);
    }

    [Fact]
    public void More_seeds_of_a_sparse_feature_are_proposed_on_its_materials()
    {
        var undecided = new HandmadeVerdict(BandGap, Volume, -0.2) { TestToTrain = 0.01, Training = 0.02, Seeds = 2 };

        var proposal = SteeringPlanner.Plan(Results, [undecided.Verdict], 10, new() { SeedsPerPlan = 2 }).Proposals.Single();

        proposal.BaselineSeeds.ShouldBe([3, 4], "the baselines on all materials, if there were any, would not do");
        proposal.Models.ShouldBe(
        [
            Model(S, Volume, null, 3, BandGap), Model(S, Volume, null, 4, BandGap),
            Model(S, Volume, BandGap, 3, BandGap), Model(S, Volume, BandGap, 4, BandGap),
        ]);
    }

    [Fact]
    public void Seeds_of_a_cell_on_different_materials_are_refused() =>
        Should.Throw<ArgumentException>(() => ImportanceAnalysis.Of(Results.With(Model(S, Volume, BandGap, 3))))
            .Message.ShouldContain("differ in more than their seed");

    [Fact]
    public void A_model_of_two_targets_has_a_score_for_each_and_is_there_with_both()
    {
        ModelSpec without = new(S, Set(Volume, BandGap), PropertySet.None, PropertySet.None, 1), with = without with { Features = Density };
        var results = Study([S], [Volume, BandGap], [Density], [1]) with
        {
            Models = [without, with],
            Scores = [Score(without, 2), Score(without, 4), Score(with, 1), Score(with, 5)],
        };
        // Scores come by target; the second and fourth are those of volume.
        results = results with
        {
            Scores = [.. results.Scores.Select((score, place) => score with { Target = without.Targets[place % 2] })],
        };

        var analysis = StudyAnalyzer.Analyze(results);

        analysis.IsComplete.ShouldBeTrue();
        analysis.Importance.Single().Find(Density, BandGap)!.Paired.Percent!.Value.Change.ShouldBe(-50);
        analysis.Importance.Single().Find(Density, Volume)!.Paired.Percent!.Value.Change.ShouldBe(25);
        StudyAnalyzer.Analyze(results with { Scores = results.Scores.RemoveAt(3) }).MissingModels.ShouldBe([with]);
    }

    private static StudyResults Make()
    {
        var grid = Study([S], [Volume], [Density, BandGap], Seeds,
            Errors(S, Volume, null, Seeds, 2, 2).Select(score => score with { Materials = All }),
            Errors(S, Volume, Density, Seeds, 1, 1).Select(score => score with { Materials = All }),
            Seeds.SelectMany(seed => new[]
            {
                Score(Model(S, Volume, null, seed, BandGap), 1, Few),
                Score(Model(S, Volume, BandGap, seed, BandGap), 1.5, Few),
            }));
        return grid with
        {
            Models =
            [
                .. grid.Models.Where(model => model.Features != BandGap),
                .. Seeds.Select(seed => Model(S, Volume, null, seed, BandGap)),
                .. Seeds.Select(seed => Model(S, Volume, BandGap, seed, BandGap)),
            ],
        };
    }
}
