using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class StudiesAreAnalysedAsAWhole
{
    private static readonly int[] Seeds = [1, 2];

    [Fact]
    public void The_models_that_are_missing_are_named_in_the_order_of_the_study()
    {
        var analysis = StudyAnalyzer.Analyze(Study([S, C], [Volume], [Density], Seeds,
            Errors(S, Volume, null, Seeds, 1, 1), Errors(S, Volume, Density, Seeds, null, 1), Errors(C, Volume, Density, Seeds, 1, 1)));

        analysis.PlannedModels.ShouldBe(8);
        analysis.IsComplete.ShouldBeFalse();
        analysis.MissingModels.Select(model => model.ToString()).ShouldBe(
        [
            "structure volume + density, seed 1",
            "composition volume, seed 1",
            "composition volume, seed 2",
        ]);
    }

    [Fact]
    public void Baselines_carry_mean_and_range_or_nothing()
    {
        var analysis = StudyAnalyzer.Analyze(Study([S], [Volume, BandGap], [], [1, 2, 3], Errors(S, Volume, null, [1, 2, 3], 1, 2, 6)));

        analysis.Baselines.Select(baseline => (baseline.Target.Name, baseline.Seeds, baseline.TestMae)).ShouldBe(
        [
            (Volume, 3, new ErrorRange(3, 1, 6)),
            (BandGap, 0, null),
        ]);
    }

    [Fact]
    public void A_study_without_a_single_result_is_analysed()
    {
        var analysis = StudyAnalyzer.Analyze(Study([S, C], [Volume], [Density], Seeds));

        analysis.MissingModels.Length.ShouldBe(analysis.PlannedModels);
        analysis.Importance.Length.ShouldBe(2);
        analysis.Couplings.ShouldAllBe(summary => summary.Missing == 1 && summary.Strongest == null);
        analysis.PooledSets.Targets[0].CompositionOnly!.Value.ShouldBeEmpty();
    }

    [Fact]
    public void Couplings_are_summed_per_representation_and_form()
    {
        var analysis = StudyAnalyzer.Analyze(Study([C, S], [Volume], [Density], Seeds));

        analysis.Couplings.Select(summary => (summary.Representation, summary.Form)).ShouldBe(
            [(C, ImportanceForm.Pooled), (C, ImportanceForm.Paired), (S, ImportanceForm.Pooled), (S, ImportanceForm.Paired)]);
    }

    [Fact]
    public void The_mean_of_equal_errors_is_that_error_whatever_the_rounding() =>
        ErrorRange.Of([0.1, 0.1, 0.1]).ShouldBe(new ErrorRange(0.1, 0.1, 0.1));
}
