using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Phantom;

namespace Tomography.Learning.Tests;

/// <summary>Crystals with a target, for tests of training.</summary>
internal sealed class PhantomCrystals
{
    public PhantomCrystals(int count, Representation representation, bool folded, ulong seed = 3)
    {
        Materials = PhantomGenerator.Generate(count, seed);
        Graphs = [.. Materials.Select(m => Graph(m.Crystal))];
        Packed = GraphPacker.Pack(Graphs, ElementFeatures.BuiltIn, GaussianBasis.Of(new()));

        CrystalGraph Graph(Crystal crystal)
        {
            if (representation == Representation.Composition)
                return folded ? CompositionGraph.BuildFolded(crystal) : CompositionGraph.Build(crystal);
            var graph = StructureGraph.Build(crystal, new());
            return folded ? GraphFolding.Fold(graph) : graph;
        }
    }

    public ImmutableArray<PhantomMaterial> Materials { get; }

    public CrystalGraph[] Graphs { get; }

    public PackedGraphs Packed { get; }

    public PropertyColumn Energy => Column("formation-energy-per-atom", m => m.Properties.FormationEnergyPerAtomEv);

    public PropertyColumn Sites => Column("number-of-sites", m => m.Properties.NumberOfSites);

    public PropertyColumn Hubbard =>
        new(
            new(new("is-hubbard"), "", PropertyKind.Classes, ["False", "True"], [], ""),
            [.. Materials.Select(m => m.Properties.IsHubbard ? 1.0 : 0.0)]);

    public PropertyColumn System => new(
        new(new("spacegroup-crystal-system"), "", PropertyKind.Classes, [.. Enum.GetNames<CrystalSystem>()], [], ""),
        [.. Materials.Select(m => (double)m.Properties.System)]);

    public Split Split(long seed = 1) => Learning.Split.ByShares(Materials.Length, null, SplitShares.Default, seed);

    private PropertyColumn Column(string name, Func<PhantomMaterial, double> value) =>
        new(new(new(name), "", PropertyKind.Number, [], [], ""), [.. Materials.Select(value)]);
}
