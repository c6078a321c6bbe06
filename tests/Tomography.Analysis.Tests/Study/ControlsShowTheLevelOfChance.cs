using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class ControlsShowTheLevelOfChance
{
    private static readonly int[] Seeds = [1, 2];
    private static readonly PropertyName Noise = new("noise");

    private static StudyResults Results { get; } =
        Study(
            [S, C],
            [Volume],
            [Density, Noise],
            Seeds,
            Errors(S, Volume, null, Seeds, 2, 2),
            Errors(S, Volume, Noise, Seeds, 1, 1),
            Errors(C, Volume, null, Seeds, 2, 2),
            Errors(C, Volume, Noise, Seeds, 1, 1));

    [Fact]
    public void A_control_counts_in_no_significance_set_and_no_summary()
    {
        StudyAnalyzer.Analyze(Results).PairedSets.Targets[0].Structure!.Value.ShouldBe([Noise]);

        var analysis = StudyAnalyzer.Analyze(Results with { Controls = [Noise] });

        analysis.Controls.ShouldBe([Noise]);
        foreach (var sets in new[] { analysis.PairedSets, analysis.PooledSets })
        {
            sets.Targets[0].Structure!.Value.ShouldBeEmpty();
            sets.FeatureCounts!.Value.Select(count => count.Features).ShouldBe([Density]);
        }

        analysis.Couplings.ShouldAllBe(summary => summary.Couplings == 1 && summary.Significant == 0);
        analysis.Importance[0].Features.Length.ShouldBe(2, "the heatmap shows what the control does");
    }

    [Fact]
    public void A_control_that_is_no_feature_is_refused() =>
        Should
            .Throw<ArgumentException>(() => StudyAnalyzer.Analyze(Results with { Controls = [BandGap] }))
            .Message.ShouldContain("The control band-gap is no feature of the study");

    [Fact]
    public void Further_models_are_asked_for_and_count_in_the_importance()
    {
        var scores = Results.Scores.AddRange(Errors(S, Volume, null, [9], 4)).AddRange(Errors(S, Volume, Noise, [9], 1));

        var analysis = StudyAnalyzer.Analyze(Results.With(Model(S, Volume, null, 9), Model(S, Volume, Noise, 9)) with { Scores = scores });

        analysis.PlannedModels.ShouldBe(2 * 3 * 2 + 2);
        var cell = analysis.Importance[0][1, 0];
        cell.SeedChanges.ShouldBe([new(1, -0.5), new(2, -0.5), new(9, -0.75)]);
        (cell.PlannedSeeds, cell.IsComplete).ShouldBe((3, true));
        analysis.Importance[0][0, 0].PlannedSeeds.ShouldBe(2, "the other feature has no further seed");
    }

    [Fact]
    public void A_model_of_an_unknown_target_is_refused() =>
        Should.Throw<ArgumentException>(() => StudyAnalyzer.Analyze(Results.With(Model(S, BandGap, null, 9))))
            .Message.ShouldContain("The model structure band-gap, seed 9 is not part of the study");
}
