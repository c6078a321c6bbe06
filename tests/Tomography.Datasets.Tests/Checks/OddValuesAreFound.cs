using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

public class OddValuesAreFound
{
    private static readonly Property s_modulus = new(new("modulus"), "GPa", PropertyKind.Number, [], [], "");

    [Fact]
    public void A_mistyped_value_is_told_with_its_material_and_how_far_out_it_is()
    {
        var finding = Findings([.. Enumerable.Range(0, 300).Select(i => i == 7 ? 2e7 : 40.0 + i)]).ShouldHaveSingleItem();
        finding.Kind.ShouldBe(ValueFindingKind.Outlier);
        finding.Materials.ShouldBe(["m7"]);
        finding.Message.ShouldBe(
            "modulus: 2E+07 GPa (m7); all others are from 40 to 339 GPa, with the median 190, so it is 1.333E+05 times as far out as the "
                + "next");
    }

    [Fact]
    public void Several_values_in_another_unit_are_found_on_either_side()
    {
        var findings = Findings([.. Enumerable.Range(0, 300).Select(i => i is 7 or 9 ? 90_000.0 + i : i == 11 ? -70_000 : 40.0 + i)]);
        findings.ShouldHaveSingleItem().Materials.ShouldBe(["m9", "m7", "m11"]);
    }

    [Fact]
    public void Heavy_tails_and_values_that_are_mostly_zero_are_none() =>
        Prop.ForAll<int>(seed => DrawnColumns(seed).All(c => Findings(c).All(f => f.Kind != ValueFindingKind.Outlier)))
            .Check(Config.QuickThrowOnFailure.WithReplay(5, 7).WithMaxTest(300));

    private static double[][] DrawnColumns(int seed)
    {
        var random = new System.Random(seed);
        double[] Draw(Func<double> one) => [.. Enumerable.Range(0, 300).Select(_ => one())];
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return
        [
            Draw(Normal), Draw(() => Math.Exp(Normal())), Draw(() => random.NextDouble() < 0.7 ? 0 : Math.Abs(5 * Normal())),
            Draw(() => -Math.Log(1 - random.NextDouble())),
        ];
    }

    [Theory]
    [InlineData(-999.0, 3)]
    [InlineData(9999.0, 30)]
    [InlineData(1e30, 1)]
    [InlineData(-1.0, 5)]
    public void Numbers_that_stand_for_none_are_found_however_many_there_are(double sentinel, int count)
    {
        var findings = Findings([.. Enumerable.Range(0, 100).Select(i => i < count ? sentinel : 5 + 0.1 * i)]);
        findings.ShouldHaveSingleItem().Kind.ShouldBe(ValueFindingKind.Sentinel);
        findings[0].Materials.Length.ShouldBe(count);
    }

    [Theory]
    [InlineData(-1.0)] // among negative numbers
    [InlineData(99.0)] // among its like
    public void Values_within_the_range_of_the_others_are_none(double value) =>
        Findings([.. Enumerable.Range(0, 100).Select(i => i < 5 ? value : -50.0 + 3 * i)]).ShouldBeEmpty();

    [Fact]
    public void Constant_and_nearly_constant_properties_are_told()
    {
        Findings([.. Enumerable.Repeat(3.0, 50)]).ShouldHaveSingleItem().Kind.ShouldBe(ValueFindingKind.Constant);
        var nearly = Findings([.. Enumerable.Range(0, 100).Select(i => i < 97 ? 0.0 : i)]).ShouldHaveSingleItem();
        nearly.Kind.ShouldBe(ValueFindingKind.NearlyConstant);
        nearly.Message.ShouldContain("97 of 100 materials have 0 GPa");
    }

    [Fact]
    public void A_rule_leaves_odd_values_out_or_moves_them_to_the_others()
    {
        var column = Column([.. Enumerable.Range(0, 100).Select(i => i == 3 ? 1e6 : i is 5 or 6 ? -9999 : (double)i)]);
        ValueChecks.Treated(column, OutlierRule.Tell).Values[3].ShouldBe(1e6);
        var clipped = ValueChecks.Treated(column, OutlierRule.Clip);
        (clipped.Values[3], clipped.Values[5], clipped.Values[7]).ShouldBe((99.0, null, 7.0));
        var left = ValueChecks.Treated(column, OutlierRule.LeaveOut);
        (left.Values[3], left.Values[5], left.Values[7]).ShouldBe((null, null, 7.0));
    }

    [SharedDataFact]
    public void Of_real_properties_only_few_values_are_told()
    {
        var table = DatasetReader.ReadCsv(SharedData.PathOf("materials-project-2k.csv")).Table!;
        var findings = ValueChecks.Of(table.Columns, table.Materials)
            .Where(f => f.Kind is ValueFindingKind.Outlier or ValueFindingKind.Sentinel);
        findings.Sum(f => f.Materials.Length).ShouldBeLessThanOrEqualTo(3, string.Join('\n', findings.Select(f => f.Message)));
    }

    private static SourceColumn Column(double[] values) => new(s_modulus, [.. values.Select(v => (double?)v)]);

    private static ImmutableArray<ValueFinding> Findings(double[] values)
    {
        var crystal = new Crystal(Lattice.Cubic(4), [new(new(0, 0, 0), 26)]);
        return ValueChecks.Of([Column(values)], [.. values.Select((_, i) => new Material($"m{i}", "Fe1", crystal))]);
    }
}
