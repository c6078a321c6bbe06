using Shouldly;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Phantom.Tests.Phantom;

public sealed class PhantomsWithGaps
{
    private static readonly PropertyName s_gap = new("band-gap"), s_energy = new("energy-per-atom"), s_random = new("random-1");

    [Fact]
    public void A_property_is_missing_of_about_the_share_that_was_asked_for_and_all_else_is_as_it_was()
    {
        var (whole, with) = (Create(2000), Create(2000, (s_energy, 0.9), (s_random, 0.25)));
        // Three standard deviations of a share of 2,000.
        Missing(with, s_energy).ShouldBe(0.9, 0.02);
        Missing(with, s_random).ShouldBe(0.25, 0.03);
        foreach (var (before, after) in whole.Columns.Zip(with.Columns))
            before.Values.Zip(after.Values).Where(v => !double.IsNaN(v.Second)).ShouldAllBe(v => v.First == v.Second);
        with.Columns.Where(c => c.Property.Name != s_energy && c.Property.Name != s_random)
            .ShouldAllBe(c => c.Values.All(v => !double.IsNaN(v)));
    }

    [Fact]
    public void What_is_missing_of_one_property_does_not_hang_on_another_nor_on_the_number_of_materials()
    {
        var alone = Of(Create(500, (s_energy, 0.5)), s_energy);
        Of(Create(500, (s_gap, 0.5), (s_energy, 0.5)), s_energy).ShouldBe(alone);
        Of(Create(100, (s_energy, 0.5)), s_energy).ShouldBe(alone[..100]);
        // Of independent gaps of a half, a half is common to both or to neither.
        Of(Create(500, (s_gap, 0.5)), s_gap).Zip(alone).Average(v => double.IsNaN(v.First) == double.IsNaN(v.Second) ? 1 : 0)
            .ShouldBe(0.5, 0.08);
    }

    [Fact]
    public void Phantoms_with_other_gaps_are_other_phantoms()
    {
        PhantomSettings plain = new(500, 7), gaps = plain with { Missing = [new(s_gap, 0.5)] },
            others = plain with { Missing = [new(s_gap, 0.6)] };
        new[] { plain.Key, gaps.Key, others.Key }.ShouldBeUnique();
        new[] { plain, gaps, others }.ShouldBeUnique();
        gaps.ShouldBe(plain with { Missing = [new(s_gap, 0.5)] });
        plain.Key.ShouldBe("phantom|500|7", "stores know it by that");
    }

    private static Dataset Create(int materials, params (PropertyName Property, double Share)[] missing) => PhantomDataset.Create(
        new(materials, 7) { RandomProperties = 1, Missing = [.. missing.Select(m => new MissingShare(m.Property, m.Share))] });

    private static double[] Of(Dataset dataset, PropertyName property) =>
        [.. dataset.Columns.Single(c => c.Property.Name == property).Values];

    private static double Missing(Dataset dataset, PropertyName property) =>
        Of(dataset, property).Average(v => double.IsNaN(v) ? 1 : 0);
}
