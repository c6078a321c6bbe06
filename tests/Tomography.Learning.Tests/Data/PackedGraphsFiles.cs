using Shouldly;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Learning.Tests;

public class PackedGraphsFiles
{
    private readonly PackedGraphs _graphs = new PhantomCrystals(12, Representation.Structure, folded: true).Packed;

    [Fact]
    public void Graphs_come_back_as_they_were_written()
    {
        var back = PackedGraphsFile.Read(new MemoryStream(Written()));
        back.NodeStart.ShouldBe(_graphs.NodeStart);
        back.Species.ShouldBe(_graphs.Species);
        back.Multiplicity.ShouldBe(_graphs.Multiplicity);
        back.BondStart.ShouldBe(_graphs.BondStart);
        back.Neighbour.ShouldBe(_graphs.Neighbour);
        back.Distance.ShouldBe(_graphs.Distance);
        back.BondCount.ShouldBe(_graphs.BondCount);
        back.DistanceStart.ShouldBe(_graphs.DistanceStart);
        back.DistanceAngstrom.ShouldBe(_graphs.DistanceAngstrom);
        back.SpeciesFeatures.ShouldBe(_graphs.SpeciesFeatures);
        (back.FeatureLength, back.Basis).ShouldBe((_graphs.FeatureLength, _graphs.Basis));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var bytes = Written();
        for (var length = 0; length < bytes.Length; length += 97)
            Should.Throw<InvalidDataException>(() => PackedGraphsFile.Read(new MemoryStream(bytes[..length])));
    }

    [Fact]
    public void Something_else_is_refused() =>
        Should.Throw<InvalidDataException>(() => PackedGraphsFile.Read(new MemoryStream(new byte[100])));

    private byte[] Written()
    {
        var stream = new MemoryStream();
        PackedGraphsFile.Write(stream, _graphs);
        return stream.ToArray();
    }
}
