using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Crystals.Tests.Pins;

/// <summary>
/// Pins the folded graphs of ten crystals, from CIF text to the arrays that are trained on. Where they change on purpose, raise the
/// numerics version and store the new hashes with <c>TOMOGRAPHY_PIN=1 dotnet test tests/Tomography.Crystals.Tests --filter
/// FoldedGraphsKeepTheirBits</c>.
/// </summary>
public class FoldedGraphsKeepTheirBits
{
    private static readonly PinnedHashes s_pins = new("tests", "Tomography.Crystals.Tests", "Pins", "graphs.txt");

    // With the sites of the cell, so that a CIF that reads as another crystal is told apart from a graph that changed.
    private static readonly (string Name, int Sites)[] s_crystals =
    [
        ("caesium-chloride", 2), ("diamond-silicon", 8), ("graphite", 4), ("invented-triclinic", 9), ("iron-bcc", 2),
        ("perovskite", 5), ("quartz", 9), ("rock-salt", 8), ("rutile", 6), ("wurtzite", 4),
    ];

    public static TheoryData<string, int> Crystals
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var (name, sites) in s_crystals) data.Add(name, sites);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Crystals))]
    public void In_both_representations(string name, int sites)
    {
        var text = File.ReadAllText(Repository.PathOf("tests", "Tomography.Crystals.Tests", "Pins", "Crystals", name + ".cif"));
        var read = CifReader.Read(text);
        read.Problems.ShouldBeEmpty();
        var crystal = read.Structures.ShouldHaveSingleItem().Crystal;
        crystal.Sites.Length.ShouldBe(sites);
        s_pins.Check(name, "",
            ("structure", HashOf(GraphFolding.Fold(StructureGraph.Build(crystal, new())))),
            ("composition", HashOf(CompositionGraph.BuildFolded(crystal))));
    }

    [Fact]
    public void Of_these_crystals_and_no_others() => s_pins.ShouldHold(s_crystals.Select(c => c.Name));

    private static NumberHash HashOf(CrystalGraph graph) => new NumberHash()
        .Add(graph.AtomicNumber).Add(graph.Multiplicity).Add(graph.BondStart)
        .Add(graph.Neighbour).Add(graph.DistanceAngstrom).Add(graph.BondCount);
}
