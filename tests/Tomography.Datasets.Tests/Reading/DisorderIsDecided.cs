using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

/// <summary>Disordered crystals are set aside, or made ordered by the most frequent element of each site where that is asked for.</summary>
public sealed class DisorderIsDecided : IDisposable
{
    private static readonly ReadOptions s_majority = new() { Rules = new() { Disorder = DisorderRule.Majority } };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Crystal Of(params Site[] sites) => new(Lattice.Cubic(4), [.. sites]);

    private static Site Shared(double x, params Occupant[] occupants) => new(new(x, 0, 0), [.. occupants]);

    [Fact]
    public void The_largest_occupancy_decides_and_of_equal_ones_the_lower_atomic_number()
    {
        var order = MajorityOrder.Of(Of(
            Shared(0, new(28, 0.3), new(26, 0.7)),
            Shared(0.25, new(28, 0.5), new(26, 0.5)),
            Shared(0.5, new(28, 1.0 / 3), new(27, 1.0 / 3), new(29, 1.0 / 3)),
            Shared(0.75, new Occupant(8))));
        order.Crystal.ShouldNotBeNull().Sites.Select(s => s.Occupants.ShouldHaveSingleItem().AtomicNumber).ShouldBe([26, 26, 27, 8]);
        order.Crystal.IsOrdered.ShouldBeTrue();
        order.Words.ShouldBe("of 4 sites 3 decided");
    }

    [Fact]
    public void Charges_of_one_element_count_together() =>
        MajorityOrder.Of(Of(Shared(0, new(26, 0.3, 2), new(26, 0.3, 3), new(12, 0.4)))).Crystal!.Sites[0].Occupants[0].AtomicNumber
            .ShouldBe(26);

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.49, 1)]
    public void Sites_less_than_half_filled_are_left_out(double occupancy, int sites) =>
        MajorityOrder.Of(Of(new Site(new(0.5, 0.5, 0.5), 8), Shared(0, new Occupant(3, occupancy)))).Crystal!.Sites.Length.ShouldBe(sites);

    [Fact]
    public void Where_atoms_would_overlap_or_none_is_left_there_is_no_crystal()
    {
        MajorityOrder.Of(Of(Shared(0, new Occupant(1, 0.5)), Shared(0.05, new Occupant(1, 0.5)))).ShouldBe(
            new(null, "with one element on each site two atoms are nearer than 0.4 angstrom"));
        MajorityOrder.Of(Of(Shared(0, new Occupant(1, 0.4)))).ShouldBe(new(null, "every site is mostly empty"));
    }

    [Fact]
    public void A_dataset_tells_how_many_crystals_were_made_ordered_and_by_default_sets_them_aside()
    {
        _folder.Write("set/a.cif", Cif("Fe 0 0 0 0.7\nNi 0 0 0 0.3"));
        _folder.Write("set/b.cif", Cif("Fe 0 0 0 1"));
        _folder.Write("set/c.cif", Cif("Fe 0 0 0 1\nLi 0.5 0 0 0.2"));
        var read = DatasetReader.ReadFile(_folder.PathOf("set"), s_majority);
        read.Table!.Materials.Select(m => m.Formula).ShouldBe(["Fe1", "Fe1", "Fe1"]);
        var told = read.Problems.ShouldHaveSingleItem();
        (told.Kind, told.Count).ShouldBe((DataProblemKind.MadeOrdered, 2));
        told.FirstPlaces[1].ShouldEndWith("of 2 sites 0 decided, 1 mostly empty left out");
        DatasetReader.ReadFile(_folder.PathOf("set")).Problems.ShouldHaveSingleItem().Kind.ShouldBe(DataProblemKind.DisorderedCrystal);
    }

    private static string Cif(string rows) =>
        "data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n"
            + "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n" + rows + "\n";
}
