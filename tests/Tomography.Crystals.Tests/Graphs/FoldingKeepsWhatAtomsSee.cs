using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class FoldingKeepsWhatAtomsSee
{
    private static readonly GraphSettings s_settings = new();

    [Fact]
    public void Rocksalt_folds_to_two_nodes_with_two_bonds_each()
    {
        var primitive = new Crystal(
            Lattice.Cubic(5.64),
            [
                .. new Vector3[] { new(0, 0, 0), new(0.5, 0.5, 0), new(0.5, 0, 0.5), new(0, 0.5, 0.5) }.SelectMany(f =>
                    (Site[])[new(f, 11), new(f + new Vector3(0.5, 0, 0), 17)]),
            ]);
        var folded = GraphFolding.Fold(StructureGraph.Build(primitive, s_settings));
        folded.AtomicNumber.ShouldBe([11, 17]);
        folded.Multiplicity.ShouldBe([4, 4]);
        // Six bonds to the other ion at a/2, then six of the twelve that tie at a/sqrt(2).
        folded.BondStart.ShouldBe([0, 2, 4]);
        folded.Neighbour.ShouldBe([1, 0, 0, 1]);
        folded.BondCount.ShouldBe([6, 6, 6, 6]);
        folded.DistanceAngstrom.ShouldBe([2.82, 3.9881, 2.82, 3.9881]);
    }

    [Fact]
    public void Folding_keeps_the_number_of_sites_and_of_bonds() =>
        Prop.ForAll(CrystalGenerators.HighSymmetry, crystal =>
        {
            var graph = StructureGraph.Build(crystal, s_settings);
            var folded = GraphFolding.Fold(graph);
            folded.SiteCount.ShouldBe(crystal.Sites.Length);
            BondSum(folded).ShouldBe(graph.BondTotal);
            folded.NodeCount.ShouldBeLessThanOrEqualTo(graph.NodeCount);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_site_sees_what_its_class_sees() =>
        Prop.ForAll(
                CrystalGenerators.HighSymmetry,
                crystal =>
                {
                    // An independent refinement with dictionaries of strings, whose classes the folded graph must have.
                    var graph = StructureGraph.Build(crystal, s_settings);
                    var colour = graph.AtomicNumber.Select(z => z.ToString()).ToArray();
                    for (var round = 0; round < graph.NodeCount; round++)
                    {
                        var seen = Enumerable
                            .Range(0, graph.NodeCount)
                            .Select(i =>
                                colour[i]
                                + "|"
                                + string.Join(
                                    ",",
                                    Enumerable
                                        .Range(graph.BondStart[i], graph.BondStart[i + 1] - graph.BondStart[i])
                                        .Select(b => $"{graph.DistanceAngstrom[b]}:{colour[graph.Neighbour[b]]}")
                                        .Order(StringComparer.Ordinal)))
                            .ToArray();
                        var names = seen.Distinct().Order(StringComparer.Ordinal).ToList();
                        colour = [.. seen.Select(s => names.IndexOf(s).ToString())];
                    }

            var folded = GraphFolding.Fold(graph);
            folded.Multiplicity.Order().ShouldBe(colour.GroupBy(c => c).Select(g => g.Count()).Order());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_larger_cell_with_shuffled_sites_folds_to_the_same_graph_with_scaled_multiplicities()
    {
        var sizes = Gen.Elements((1, 1, 1), (2, 1, 1), (1, 1, 3), (2, 2, 1));
        Prop.ForAll(Arb.From(Gen.Zip(CrystalGenerators.HighSymmetry.Generator, Gen.Zip(sizes, Gen.Choose(0, 1000)))), c =>
        {
            var (crystal, ((na, nb, nc), seed)) = c;
            var folded = GraphFolding.Fold(StructureGraph.Build(crystal, s_settings));
            var larger = GraphFolding.Fold(StructureGraph.Build(CrystalGenerators.Supercell(crystal, na, nb, nc, seed), s_settings));
            ShouldBeEqual(larger, folded with { Multiplicity = [.. folded.Multiplicity.Select(m => m * na * nb * nc)] });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Prop.ForAll(CrystalGenerators.HighSymmetry, crystal =>
        {
            var once = GraphFolding.Fold(StructureGraph.Build(crystal, s_settings));
            ShouldBeEqual(GraphFolding.Fold(once), once);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_folded_composition_graph_equals_the_folding_of_the_full_one() =>
        Prop.ForAll(
                CrystalGenerators.AnyShape,
                crystal => ShouldBeEqual(CompositionGraph.BuildFolded(crystal), GraphFolding.Fold(CompositionGraph.Build(crystal))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_cell_of_one_site_has_a_composition_graph_without_bonds()
    {
        var graph = CompositionGraph.BuildFolded(new(Lattice.Cubic(3), [new Site(new(0, 0, 0), 26)]));
        graph.BondStart.ShouldBe([0, 0]);
        graph.Multiplicity.ShouldBe([1]);
    }

    [Fact]
    public void Distances_beside_the_grid_are_not_merged()
    {
        var graph = new CrystalGraph([1, 1], [1, 1], [0, 1, 2], [1, 0], [1.00001, 1.00002], [1, 1]);
        GraphFolding.Fold(graph).NodeCount.ShouldBe(2);
        GraphFolding.Fold(graph with { DistanceAngstrom = [1.00001, 1.00001] }).NodeCount.ShouldBe(1);
    }

    private static int BondSum(CrystalGraph g) =>
        Enumerable
            .Range(0, g.NodeCount)
            .Sum(i => g.Multiplicity[i] * Enumerable.Range(g.BondStart[i], g.BondStart[i + 1] - g.BondStart[i]).Sum(b => g.BondCount[b]));

    private static void ShouldBeEqual(CrystalGraph actual, CrystalGraph expected)
    {
        actual.AtomicNumber.ShouldBe((IEnumerable<int>)expected.AtomicNumber);
        actual.Multiplicity.ShouldBe((IEnumerable<int>)expected.Multiplicity);
        actual.BondStart.ShouldBe((IEnumerable<int>)expected.BondStart);
        actual.Neighbour.ShouldBe((IEnumerable<int>)expected.Neighbour);
        actual.DistanceAngstrom.ShouldBe((IEnumerable<double>)expected.DistanceAngstrom);
        actual.BondCount.ShouldBe((IEnumerable<int>)expected.BondCount);
    }
}
