namespace Tomography.Workflows.Tests;

/// <summary>The folds that matbench prescribes, against values of numpy and of the benchmark's own files.</summary>
public sealed class FoldsOfMatbench
{
    [Theory]
    [InlineData(0, 10, "2 8 4 9 1 6 7 3 0 5")]
    [InlineData(18012019, 10, "9 1 2 3 8 4 5 7 0 6")]
    [InlineData(18012019, 636, "203 319 542 39 555")]
    public void A_shuffle_is_that_of_numpy(int seed, int count, string start)
    {
        var order = Enumerable.Range(0, count).ToArray();
        new MersenneTwister((uint)seed).Shuffle(order);
        string.Join(' ', order).ShouldStartWith(start);
        order.Order().ShouldBe(Enumerable.Range(0, count));
    }

    [Fact]
    public void The_first_fold_of_the_steels_tests_the_rows_that_the_benchmark_lists() =>
        Rows(MatbenchFolds.OfNumbers(312), fold: 0).Take(6).ShouldBe([3, 5, 20, 26, 27, 32]);

    [Theory]
    [InlineData(10)]
    [InlineData(312)]
    [InlineData(636)]
    [InlineData(4764)]
    public void The_first_folds_have_a_row_more_where_rows_cannot_be_shared_evenly(int rows) =>
        Enumerable.Range(0, 5).Select(fold => Rows(MatbenchFolds.OfNumbers(rows), fold).Length)
            .ShouldBe(Enumerable.Range(0, 5).Select(fold => rows / 5 + (fold < rows % 5 ? 1 : 0)));

    [Fact]
    public void Folds_of_two_classes_have_their_share_of_each()
    {
        // The rule of scikit-learn, computed by another program.
        double[] classes = [.. Enumerable.Range(0, 43).Select(i => i * i % 7 is 1 or 2 ? 1.0 : 0.0)];
        string.Concat(MatbenchFolds.OfClasses(classes)).ShouldBe("3224223401030002004421133124403441133021211");
    }

    [Fact]
    public void Which_of_the_classes_comes_first_in_the_catalogue_does_not_matter()
    {
        double[] classes = [.. Enumerable.Range(0, 40).Select(i => i * i % 7 < 3 ? 1.0 : 0.0)];
        string.Concat(MatbenchFolds.OfClasses(classes)).ShouldBe("4304203421234010100202431441134323230211");
        MatbenchFolds.OfClasses([.. classes.Select(c => 1 - c)]).ShouldBe(MatbenchFolds.OfClasses(classes));
    }

    private static int[] Rows(int[] folds, int fold) =>
        [.. Enumerable.Range(0, folds.Length).Where(i => folds[i] == fold).Select(i => i + 1)];
}
