using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using Property = Tomography.Datasets.Property;

namespace Tomography.Analysis.Tests;

/// <summary>Properties that some materials lack.</summary>
public class InformationIsTakenOverWhatIsThere
{
    private static readonly PropertyName A = new("a");
    private static readonly PropertyName B = new("b");
    private static readonly PropertyName Kind = new("kind");
    private static readonly PropertyName Other = new("other");
    private static readonly PropertyName Sum = new("sum");
    private static readonly PropertyName[] Features = [A, B, Kind, Other, Sum];

    [Fact]
    public void Each_estimate_is_that_of_the_materials_that_have_both_properties() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var columns = WithGaps(Columns(random, random.Next(5, 120)), random);
            var settings = new InformationSettings { MostSamples = 60 };

            var table = InformationAnalysis.Of(columns, Features, [Sum, Kind], settings);

            foreach (var cell in table.Cells)
            {
                var complete = Complete(columns, cell.Feature, cell.Target);
                var alone = InformationAnalysis.Of(complete, [cell.Feature], [cell.Target], settings).Cells.Single();
                (cell.Bits, cell.Chance?.Level, cell.Estimator, cell.Materials, cell.Samples)
                    .ShouldBe(
                        (alone.Bits, alone.Chance?.Level, alone.Estimator, alone.Materials, alone.Samples),
                        $"{cell.Feature} and {cell.Target}");
                cell.Materials.ShouldBe(complete[0].Values.Length);
                (cell.Bits is null).ShouldBe(cell.Samples <= settings.Neighbours);
                if (cell.Bits is { } bits) double.IsFinite(bits).ShouldBeTrue();
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_decomposition_is_that_of_the_materials_that_have_all_three_properties()
    {
        var random = new Random(1);
        var columns = WithGaps(Columns(random, 2000), random);

        var cell = InformationAnalysis.Of(columns, Features, [Sum]).Find(A, Sum)!;

        var complete = Complete(columns, A, Sum, cell.Second!.Feature);
        var alone = InformationAnalysis.Of(complete, [A, cell.Second.Feature], [Sum]).Find(A, Sum)!.Second!;
        (cell.Second.Feature, cell.Second.Samples, cell.Second.Cells).ShouldBe((alone.Feature, alone.Samples, alone.Cells));
        cell.Second.Estimates.ShouldBe(alone.Estimates);
        cell.Second.Samples.ShouldBe(complete[0].Values.Length);
        cell.Second.Estimates.Length.ShouldBeGreaterThan(1);
    }

    // Values that go missing at random take samples and nothing else.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Values_missing_at_random_leave_an_estimate_within_its_error(int seed)
    {
        var random = new Random(seed);
        var columns = Columns(random, 3000);
        var settings = new InformationSettings { MostSamples = 3000 };
        var whole = InformationAnalysis.Of(columns, Features, [Sum], settings);

        var sparse = InformationAnalysis.Of(WithGaps(columns, random), Features, [Sum], settings);

        whole.HasGaps.ShouldBeFalse();
        sparse.HasGaps.ShouldBeTrue();
        foreach (var cell in sparse.Cells)
        {
            cell.Materials.ShouldBeInRange(1200, 2200, "seven tenths of seven tenths");
            // About 1,500 samples, where an estimate strays by some 0.03 bits; four times that.
            cell.Bits!.Value.ShouldBe(whole.Find(cell.Feature, cell.Target)!.Bits!.Value, 0.12, $"{cell.Feature}");
        }
    }

    [Fact]
    public void Properties_that_no_material_has_together_have_no_estimate_and_are_no_second_source()
    {
        ImmutableArray<double> first = [.. Enumerable.Range(0, 40).Select(place => place < 20 ? place : double.NaN)];
        ImmutableArray<double> second = [.. Enumerable.Range(0, 40).Select(place => place < 20 ? double.NaN : place)];
        PropertyColumn[] columns =
        [
            new(SmallStudy.Number(A), first), new(SmallStudy.Number(B), second), new(SmallStudy.Number(Sum), first),
        ];

        var table = InformationAnalysis.Of(columns, [A, B], [Sum]);

        var apart = table.Find(B, Sum)!;
        (apart.Bits, apart.Materials, apart.Samples).ShouldBe((null, 0, 0));
        table.Find(A, Sum)!.Bits!.Value.ShouldBeGreaterThan(1);
        table.Find(A, Sum)!.Second.ShouldBeNull("b says nothing of the sum");
        apart.Second!.Feature.ShouldBe(A);
        (apart.Second.Samples, apart.Second.Estimates.Length).ShouldBe((0, 0));
    }

    [Fact]
    public void An_infinite_value_is_refused() =>
        Should.Throw<ArgumentException>(() => InformationAnalysis.Of([new(SmallStudy.Number(A), [1, double.PositiveInfinity])], [A], [A]))
            .Message.ShouldContain("Value 1 of a is");

    // sum = a + b; kind says whether a is above its median; other is a class of its own.
    private static PropertyColumn[] Columns(Random random, int count)
    {
        double[] a = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
        double[] b = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
        return
        [
            new(SmallStudy.Number(A), [.. a]),
            new(SmallStudy.Number(B), [.. b]),
            new(Classes(Kind), [.. a.Select(value => value > 0.5 ? 1.0 : 0)]),
            new(Classes(Other), [.. a.Select(_ => (double)random.Next(3))]),
            new(SmallStudy.Number(Sum), [.. a.Zip(b, (x, y) => x + y)]),
        ];
    }

    private static Property Classes(PropertyName name) => new(name, "", PropertyKind.Classes, ["low", "middle", "high"], [], "");

    private static PropertyColumn[] WithGaps(PropertyColumn[] columns, Random random) =>
    [
        .. columns.Select(column => column with
        {
            Values = [.. column.Values.Select(value => random.NextDouble() < 0.3 ? double.NaN : value)],
        }),
    ];

    private static PropertyColumn[] Complete(PropertyColumn[] columns, params PropertyName[] names)
    {
        var chosen = columns.Where(column => names.Contains(column.Property.Name)).ToArray();
        var places = Enumerable.Range(0, columns[0].Values.Length).Where(place => chosen.All(column => column.Has(place))).ToArray();
        return [.. chosen.Select(column => column with { Values = [.. places.Select(place => column.Values[place])] })];
    }
}
