using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class GraphsJoinNeighbours
{
    private static readonly GraphSettings s_settings = new();

    [Fact]
    public void Structure_graphs_have_the_neighbour_counts_and_distances_of_the_reference()
    {
        foreach (var (name, crystal, neighbours) in new GraphFixture("cgcnn-structure.json").Graphs)
        {
            var graph = StructureGraph.Build(crystal, s_settings);
            graph.AtomicNumber.ShouldBe(crystal.Sites.Select(s => s.Occupants[0].AtomicNumber));
            for (var i = 0; i < graph.NodeCount; i++)
            {
                (graph.BondStart[i + 1] - graph.BondStart[i]).ShouldBe(neighbours[i].Length, name);
                for (var k = 0; k < neighbours[i].Length; k++)
                    // Half a grid step and the shift of the rounding boundary.
                    graph.DistanceAngstrom[graph.BondStart[i] + k].ShouldBe(neighbours[i][k].Distance, 0.6e-4, name);
            }
        }
    }

    [Fact]
    public void Composition_graphs_equal_those_of_the_reference()
    {
        foreach (var (name, crystal, neighbours) in new GraphFixture("cgcnn-composition-feature1.json").Graphs)
        {
            var graph = CompositionGraph.Build(crystal);
            graph.DistanceAngstrom.ShouldAllBe(d => d == 1);
            for (var i = 0; i < graph.NodeCount; i++)
                graph.Neighbour[graph.BondStart[i]..graph.BondStart[i + 1]].ShouldBe(neighbours[i].Select(n => n.Site), name);
        }
    }

    [Fact]
    public void An_atom_with_fewer_neighbours_within_the_radius_has_fewer_bonds()
    {
        var cube = new Crystal(Lattice.Cubic(5), [new Site(new(0, 0, 0), 26)]);
        StructureGraph.Build(cube, s_settings with { RadiusAngstrom = 6 }).BondTotal.ShouldBe(6);
        StructureGraph.Build(cube, s_settings with { RadiusAngstrom = 4 }).BondTotal.ShouldBe(0);
    }

    [Fact]
    public void The_nearest_neighbours_are_those_of_the_full_list() =>
        Prop.ForAll(CrystalGenerators.AnyShape, crystal =>
        {
            var list = NeighbourList.Find(crystal, 8);
            var graph = StructureGraph.Build(crystal, s_settings);
            for (var i = 0; i < graph.NodeCount; i++)
                graph.DistanceAngstrom[graph.BondStart[i]..graph.BondStart[i + 1]]
                    .ShouldBe(list.DistanceAngstrom[list.Start[i]..list.Start[i + 1]].Take(12));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_disordered_crystal_is_refused_with_the_site()
    {
        var crystal = new Crystal(
            Lattice.Cubic(4),
            [new Site(new(0, 0, 0), 26), new Site(new(0.5, 0.5, 0.5), [new(11, 0.5), new(19, 0.5)])]);
        foreach (
            var build in (Func<CrystalGraph>[])
                [
                    () => StructureGraph.Build(crystal, s_settings),
                    () => CompositionGraph.Build(crystal),
                    () => CompositionGraph.BuildFolded(crystal),
                ])
        {
            var e = Should.Throw<DisorderedCrystalException>(() => build());
            e.SiteIndex.ShouldBe(1);
            e.Message.ShouldContain("Site 2");
            e.Message.ShouldContain("Na 0.5, K 0.5");
        }
    }

    [Fact]
    public void Settings_outside_their_range_are_refused()
    {
        var crystal = new Crystal(Lattice.Cubic(4), [new Site(new(0, 0, 0), 26)]);
        Should.Throw<ArgumentOutOfRangeException>(() => StructureGraph.Build(crystal, new(Neighbours: 0)));
        Should.Throw<ArgumentOutOfRangeException>(() => StructureGraph.Build(crystal, new(RadiusAngstrom: 0)));
    }
}
