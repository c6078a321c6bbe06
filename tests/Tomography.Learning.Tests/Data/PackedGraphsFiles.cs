using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Learning.Tests;

public class PackedGraphsFiles
{
    private readonly PackedGraphs _graphs = new PhantomCrystals(12, Representation.Structure, folded: true).Packed;

    [Fact]
    public void Graphs_come_back_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        var back = PackedGraphsFile.Map(Written(folder, Written()));
        back.NodeStart.ToArray().ShouldBe(_graphs.NodeStart.ToArray());
        back.Species.ToArray().ShouldBe(_graphs.Species.ToArray());
        back.Multiplicity.ToArray().ShouldBe(_graphs.Multiplicity.ToArray());
        back.BondStart.ToArray().ShouldBe(_graphs.BondStart.ToArray());
        back.Neighbour.ToArray().ShouldBe(_graphs.Neighbour.ToArray());
        back.Distance.ToArray().ShouldBe(_graphs.Distance.ToArray());
        back.BondCount.ToArray().ShouldBe(_graphs.BondCount.ToArray());
        back.DistanceStart.ToArray().ShouldBe(_graphs.DistanceStart.ToArray());
        back.DistanceAngstrom.ToArray().ShouldBe(_graphs.DistanceAngstrom.ToArray());
        back.SpeciesFeatures.ToArray().ShouldBe(_graphs.SpeciesFeatures.ToArray());
        (back.FeatureLength, back.Basis).ShouldBe((_graphs.FeatureLength, _graphs.Basis));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var bytes = Written();
        using var folder = new TemporaryFolder();
        for (var length = 0; length < bytes.Length; length += 997)
            Should.Throw<InvalidDataException>(() => PackedGraphsFile.Map(Written(folder, bytes[..length])));
    }

    [Fact]
    public void Something_else_is_refused()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<InvalidDataException>(() => PackedGraphsFile.Map(Written(folder, new byte[1000])));
    }

    private static string Written(TemporaryFolder folder, byte[] bytes)
    {
        var path = folder.PathOf($"{Guid.NewGuid():N}.bin");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private byte[] Written()
    {
        var stream = new MemoryStream();
        PackedGraphsFile.Write(stream, _graphs);
        return stream.ToArray();
    }
}
