using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class ImportanceComparesWithBaselines
{
    private static readonly int[] Seeds = [7, 8, 9];

    [Fact]
    public void Rows_are_features_columns_are_targets_and_one_baseline_serves_all_features()
    {
        var table = ImportanceAnalysis.Of(Study([S], [Volume, Density], [BandGap, Volume], Seeds,
            Errors(S, Volume, null, Seeds, 2, 2, 2), Errors(S, Density, null, Seeds, 4, 4, 4),
            Errors(S, Volume, BandGap, Seeds, 1, 1, 1), Errors(S, Density, BandGap, Seeds, 5, 5, 5),
            Errors(S, Volume, Volume, Seeds, 0.5, 0.5, 0.5), Errors(S, Density, Volume, Seeds, 4, 4, 4))).ShouldHaveSingleItem();

        table.Rows.Length.ShouldBe(2);
        table[0, 0].Pooled.Percent!.Value.Change.ShouldBe(-50);
        table[0, 1].Pooled.Percent!.Value.Change.ShouldBe(25);
        table[1, 0].Pooled.Percent!.Value.Change.ShouldBe(-75);
        table[1, 1].Pooled.Percent!.Value.Change.ShouldBe(0);
        table.Cells.Where(cell => cell.IsSelf).ShouldHaveSingleItem().ShouldBe(table[1, 0]);
        table.Cells.ShouldAllBe(cell => cell.IsComplete);
    }

    [Fact]
    public void A_seed_that_misses_on_one_side_is_left_out_of_both_forms()
    {
        var cell = Only(Errors(S, Volume, null, Seeds, 1, 2, 10), Errors(S, Volume, BandGap, Seeds, 1, 1, null));

        cell.Paired.Percent.ShouldBe(new PercentChange(-25, 0, -50));
        cell.Pooled.Percent!.Value.Lower.ShouldBe(-50, 1e-12, "the baseline of the third seed is on another split; rounding only");
        (cell.PlannedSeeds, cell.BaselineSeeds, cell.AugmentedSeeds, cell.PairedSeeds).ShouldBe((3, 3, 2, 2));
        cell.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void Further_seeds_of_one_feature_change_no_number_of_another()
    {
        var grid = Study(
            [S],
            [Volume],
            [BandGap, Density],
            Seeds,
            Errors(S, Volume, null, Seeds, 2, 2, 2.2),
            Errors(S, Volume, BandGap, Seeds, 1, 1.2, 1.1),
            Errors(S, Volume, Density, Seeds, 1, 1.5, 1.9));
        // This baseline is below every error of density, which would make its upper bound positive.
        var steered = grid.With(Model(S, Volume, null, 10), Model(S, Volume, BandGap, 10)) with
        {
            Scores = [.. grid.Scores, .. Errors(S, Volume, null, [10], 0.9), .. Errors(S, Volume, BandGap, [10], 0.5)],
        };

        var (before, after) = (ImportanceAnalysis.Of(grid).Single(), ImportanceAnalysis.Of(steered).Single());

        after[1, 0].Pooled.ShouldBe(before[1, 0].Pooled);
        after[1, 0].Pooled.IsSignificant.ShouldBeTrue();
        after[1, 0].BaselineSeeds.ShouldBe(3);
        (after[0, 0].BaselineSeeds, after[0, 0].AugmentedSeeds).ShouldBe((4, 4));
        after[0, 0].Pooled.Percent!.Value.Change.ShouldBe(100 * (3.8 / 7.1 - 1), 1e-12, "its own further seed counts; rounding only");
    }

    [Fact]
    public void Disjoint_seeds_give_no_importance()
    {
        var cell = Only(Errors(S, Volume, null, Seeds, 2, null, null), Errors(S, Volume, BandGap, Seeds, null, 1, 1));

        cell.Pooled.ShouldBe(ImportanceValue.None(MissingReason.NoCommonSeed));
        cell.Paired.ShouldBe(ImportanceValue.None(MissingReason.NoCommonSeed));
    }

    [Fact]
    public void A_missing_side_is_named_in_both_forms()
    {
        var noBaseline = Only(Errors(S, Volume, BandGap, Seeds, 1, 1, 1));
        noBaseline.Pooled.Missing.ShouldBe(MissingReason.NoBaseline);
        noBaseline.Paired.Missing.ShouldBe(MissingReason.NoBaseline);

        var noAugmented = Only(Errors(S, Volume, null, Seeds, 1, 1, 1));
        noAugmented.Pooled.Missing.ShouldBe(MissingReason.NoAugmentedModel);
        noAugmented.Paired.Missing.ShouldBe(MissingReason.NoAugmentedModel);
    }

    [Fact]
    public void A_model_that_occurs_twice_is_refused() =>
        Should.Throw<ArgumentException>(() => Only(Errors(S, Volume, null, [7, 7], 1, 2)))
            .Message.ShouldContain("structure volume, seed 7 for volume occurs twice");

    [Fact]
    public void A_model_that_was_not_asked_for_is_refused() =>
        Should.Throw<ArgumentException>(() => Only(Errors(S, Volume, Density, Seeds, 1, 1, 1)))
            .Message.ShouldContain("volume + density, seed 7 is not part of the study");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.1)]
    public void An_error_that_is_no_number_of_at_least_zero_is_refused(double error) =>
        Should
            .Throw<ArgumentException>(() => Only(Errors(S, Volume, null, Seeds, error)))
            .Message.ShouldContain("seed 7 has the test error");

    private static ImportanceCell Only(params IEnumerable<ModelScore>[] scores) =>
        ImportanceAnalysis.Of(Study([S], [Volume], [BandGap], Seeds, scores)).Single()[0, 0];
}
