using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Testing;
using Xunit;

namespace Tomography.Analysis.Tests;

public class CompositionHasACeiling
{
    private static readonly PropertyName Target = new("band-gap");

    [Fact]
    public void It_is_the_error_of_the_median_of_the_other_polymorphs()
    {
        // A: 1, 2, 6 (others: 4, 3.5, 1.5); B: 5, 5; C is alone, and D has one value only.
        var ceiling = CeilingAnalysis.Of(Target, [1, 2, 6, 5, 5, 100, 7, double.NaN], ["A", "A", "A", "B", "B", "C", "D", "D"]);
        (ceiling.Materials, ceiling.Formulas).ShouldBe((5, 2));
        ceiling.LeaveOneOut!.Value.Value.ShouldBe((3 + 1.5 + 4.5) / 5, 1e-12);
        ceiling.Least!.Value.Value.ShouldBe((1 + 0 + 4) / 5.0, 1e-12);
        // All: 1, 2, 5, 5, 6, 7, 100; without 1 or 2 or a 5 the median of the other six is 5.5, 5.5, 5.5; without 6 it is 5.
        ceiling.ConstantMae!.Value.ShouldBe((4.5 + 3.5 + 1 + 0.5 + 0.5) / 5, 1e-12);
        ceiling.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void Without_polymorphs_there_is_none()
    {
        var ceiling = CeilingAnalysis.Of(Target, [1, 2], ["A", "B"]);
        ceiling.ShouldBe(new CompositionCeiling(Target, 0, 0));
        CeilingAnalysis.Of(Target, [], []).ShouldBe(new CompositionCeiling(Target, 0, 0));
        Should.Throw<ArgumentException>(() => CeilingAnalysis.Of(Target, [1], [])).Message.ShouldContain("0 formulas; expected 1");
    }

    [Fact]
    public void The_order_of_the_materials_changes_nothing() => Prop.ForAll(
        ArbMap.Default.ArbFor<(NormalFloat Value, byte Formula)[]>(),
        materials => Of([.. materials.Reverse()]) == Of(materials)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_least_error_of_a_function_of_the_formula_lies_between_its_two_bounds_and_the_interval_covers_it()
    {
        // The true median of each formula is known, so that its error is the least that any function of the formula can reach.
        const int Runs = 200, Formulas = 60;
        var (between, covered) = (0, 0);
        double lower = 0, upper = 0, truth = 0;
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            var values = new List<double>();
            var formulas = new List<string>();
            for (var formula = 0; formula < Formulas; formula++)
            {
                var centre = 3 * Normal(random);
                for (var copies = 2 + random.Next(3); copies > 0; copies--)
                {
                    values.Add(centre + Normal(random));
                    formulas.Add($"F{formula}");
                }
            }

            // The mean absolute value of a normal number.
            var least = Math.Sqrt(2 / Math.PI);
            var ceiling = CeilingAnalysis.Of(Target, values, formulas);
            ceiling.IsKnown.ShouldBeTrue();
            if (ceiling.Least!.Value.Value < least && least < ceiling.LeaveOneOut!.Value.Value) between++;
            if (ceiling.Least!.Value.Low < least && least < ceiling.LeaveOneOut!.Value.High) covered++;
            (lower, upper, truth) = (lower + ceiling.Least!.Value.Value, upper + ceiling.LeaveOneOut!.Value.Value, truth + least);
        }

        lower.ShouldBeLessThan(truth);
        upper.ShouldBeGreaterThan(truth);
        between.ShouldBeGreaterThan(Runs * 9 / 10);
        covered.ShouldBeGreaterThan(Runs * 95 / 100);
    }

    [Fact]
    public void Its_interval_holds_the_error_of_many_formulas()
    {
        const int Runs = 200, Formulas = 40;
        // Pairs: mean |a - b| of two normal numbers.
        var truth = 2 / Math.Sqrt(Math.PI);
        var covered = Enumerable.Range(0, Runs).Count(run =>
        {
            var random = new Random(run);
            double[] values = [.. Enumerable.Range(0, 2 * Formulas).Select(_ => Normal(random))];
            var interval = CeilingAnalysis.Of(Target, values, [.. values.Select((_, i) => $"F{i / 2}")]).LeaveOneOut!.Value;
            return interval.Low <= truth && truth <= interval.High;
        });
        covered.ShouldBeInRange(Runs * 88 / 100, Runs);
    }

    [SharedDataFact]
    public void It_is_that_of_the_materials_project()
    {
        var table = DatasetReader.ReadCsv(SharedData.PathOf("materials-project-36k.csv.gz"), new()).Table!;
        foreach (var (target, error, constant) in new[]
        {
            ("band-gap", 0.28218, 1.69208), ("formation-energy-per-atom", 0.049070, 1.04378), ("e-above-hull", 0.041795, 0.057914),
        })
        {
            var values = table.Columns.Single(column => column.Property.Name.Value == target).Values;
            var ceiling = CeilingAnalysis.Of(
                new(target), [.. values.Select(value => value ?? double.NaN)], [.. table.Materials.Select(material => material.Formula)]);
            ceiling.IsKnown.ShouldBeTrue();
            ceiling.LeaveOneOut!.Value.Value.ShouldBe(error, 0.01 * error, target);
            ceiling.ConstantMae!.Value.ShouldBe(constant, 0.01 * constant, target);
            ceiling.LeaveOneOut!.Value.Low.ShouldBeInRange(0.9 * error, error, target);
            ceiling.LeaveOneOut!.Value.High.ShouldBeInRange(error, 1.1 * error, target);
        }
    }

    private static CompositionCeiling Of((NormalFloat Value, byte Formula)[] materials) =>
        CeilingAnalysis.Of(Target, [.. materials.Select(m => m.Value.Get % 1e6)], [.. materials.Select(m => $"{m.Formula % 5}")]);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
