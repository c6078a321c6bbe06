using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Testing;
using Xunit;

namespace Tomography.Phantom.Tests.Pins;

/// <summary>
/// Pins crystals and properties of a phantom. Where they change on purpose, raise the numerics version and store the new hashes with
/// <c>TOMOGRAPHY_PIN=1 dotnet test tests/Tomography.Phantom.Tests --filter PhantomTableKeepsItsBits</c>.
/// </summary>
public class PhantomTableKeepsItsBits
{
    private const string Case = "300 materials of seed 11";

    private static readonly PinnedHashes s_pins = new("tests", "Tomography.Phantom.Tests", "Pins", "phantom.txt");

    [Fact]
    public void Crystals_and_every_property()
    {
        var dataset = PhantomDataset.Create(300, 11);
        var crystals = dataset.Materials.Select(m => m.Crystal).ToArray();
        var sites = crystals.SelectMany(c => c.Sites).ToArray();
        var occupants = sites.SelectMany(s => s.Occupants).ToArray();
        s_pins.Check(Case, "",
        [
            ("ids", new NumberHash().Add([.. dataset.Materials.Select(m => m.Id)])),
            ("formulas", new NumberHash().Add([.. dataset.Materials.Select(m => m.Formula)])),
            ("lattices", new NumberHash()
                .Add([.. crystals.SelectMany(c => new[] { c.Lattice.A, c.Lattice.B, c.Lattice.C }).SelectMany(Numbers)])),
            ("sites", new NumberHash()
                .Add([.. crystals.Select(c => c.Sites.Length)])
                .Add([.. sites.SelectMany(s => Numbers(s.Fractional))])),
            ("occupants", new NumberHash()
                .Add([.. sites.Select(s => s.Occupants.Length)])
                .Add([.. occupants.Select(o => o.AtomicNumber)])
                .Add([.. occupants.Select(o => o.Occupancy)])
                .Add([.. occupants.Select(o => o.OxidationState ?? double.NaN)])),
            .. dataset.Columns.Select(c => (c.Property.Name.Value, new NumberHash().Add(c.Values))),
        ]);
    }

    [Fact]
    public void Of_this_phantom_and_no_other() => s_pins.ShouldHold([Case]);

    private static double[] Numbers(Vector3 v) => [v.X, v.Y, v.Z];
}
