using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

public class InformationIsEstimatedForEveryPair
{
    private static readonly PropertyName A = new("a");
    private static readonly PropertyName B = new("b");
    private static readonly PropertyName Kind = new("kind");
    private static readonly PropertyName Sum = new("sum");

    // sum = a + b; kind says whether a is above its median.
    private static PropertyColumn[] Columns(int count)
    {
        var random = new Random(1);
        double[] a = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())],
            b = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
        return
        [
            new(SmallStudy.Number(A), [.. a]),
            new(SmallStudy.Number(B), [.. b]),
            new(new(Kind, "", PropertyKind.Classes, ["low", "high"], [], ""), [.. a.Select(value => value > 0.5 ? 1.0 : 0)]),
            new(SmallStudy.Number(Sum), [.. a.Zip(b, (x, y) => x + y)]),
        ];
    }

    [Fact]
    public void Every_pair_has_its_estimate_and_the_strongest_other_feature_as_second_source()
    {
        var table = InformationAnalysis.Of(Columns(1500), [A, B, Kind, Sum], [Sum, A]);

        table.Cells.Select(cell => (cell.Feature, cell.Target)).ShouldBe([(A, Sum), (B, Sum), (B, A), (Kind, Sum), (Kind, A), (Sum, A)]);
        table.Find(Kind, A)!.Estimator.ShouldBe(InformationEstimator.Ross);
        table.Find(Kind, A)!.Bits!.Value.ShouldBe(1, 0.1, "the number tells the class; sampling");
        // w = 1 of the closed form: 1/2 nat.
        table.Find(A, Sum)!.Bits!.Value.ShouldBe(0.5 / Math.Log(2), 0.12, "deviation of the estimate at 1,500 samples, times three");
        table.Find(B, A)!.Bits!.Value.ShouldBe(0, 0.12);
        table.Find(Sum, A)!.Bits!.Value.ShouldBe(table.Find(A, Sum)!.Bits!.Value, "each pair is estimated once");
        var second = table.Find(A, Sum)!.Second!;
        second.Feature.ShouldBe(B);
        second.Cells.ShouldBe(125);
        second.By(DecompositionMethod.WilliamsBeer)!.Parts.Synergetic.ShouldBeGreaterThan(0.3, "a sum is known from both terms only");
        table.Find(B, A)!.Second!.Feature.ShouldBe(Kind);
    }

    [Fact]
    public void A_large_dataset_is_sampled_and_the_table_says_so()
    {
        var table = InformationAnalysis.Of(Columns(500), [A], [Sum], new() { MostSamples = 200 });

        (table.Materials, table.Samples, table.IsSubsampled).ShouldBe((500, 200, true));
        table.Cells.Single().Samples.ShouldBe(200);
        table.Cells.Single().Second.ShouldBeNull("there is no other feature");
    }

    [Fact]
    public void Too_few_samples_for_the_cells_give_no_decomposition()
    {
        var second = InformationAnalysis.Of(Columns(600), [A, B], [Sum]).Find(A, Sum)!.Second!;

        (second.Cells, second.Samples).ShouldBe((125, 600));
        second.Estimates.Select(estimate => estimate.Method).ShouldBe([DecompositionMethod.Gaussian], "ranks have no cells");
    }

    [Fact]
    public void Columns_that_are_missing_or_uneven_are_refused()
    {
        var columns = Columns(10);
        Should
            .Throw<ArgumentException>(() => InformationAnalysis.Of(columns, [new("density")], [A]))
            .Message.ShouldContain("There is no column density");
        Should
            .Throw<ArgumentException>(() => InformationAnalysis.Of([columns[0], columns[1] with { Values = [1] }], [A], [B]))
            .Message.ShouldContain("b has 1 values; expected 10");
        Should
            .Throw<ArgumentException>(() => InformationAnalysis.Of([columns[0], columns[0]], [A], [A]))
            .Message.ShouldContain("occurs twice");
        Should
            .Throw<ArgumentException>(() => InformationAnalysis.Of(columns, [A], [B], new() { Bins = 1 }))
            .Message.ShouldContain("bins is 1");
    }
}
