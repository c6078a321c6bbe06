using System.Diagnostics;
using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

/// <summary>Real and random crystals that pymatgen and ASE wrote, in each format that both sides know, stay the same.</summary>
public sealed class CrystalsOfOtherProgramsComeBack : IDisposable
{
    private const int Count = 100;
    private const double RadiusAngstrom = 5.5;
    private const double ComparedAngstrom = 5;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [OtherProgramsFact]
    public void Their_ids_elements_distances_and_properties_are_the_same()
    {
        Write();
        var reference = DatasetReader.ReadFile(_folder.PathOf("reference.csv")).Table.ShouldNotBeNull();
        reference.Materials.Length.ShouldBe(2 * Count);
        var expected = reference.Materials.ToDictionary(m => m.Id, m => m.Crystal);
        var written = Directory.GetFileSystemEntries(_folder.PathOf("written")).Order(StringComparer.Ordinal).ToArray();
        written.Length.ShouldBe(10);
        foreach (var path in written)
        {
            var name = Path.GetFileName(path);
            var read = DatasetReader.ReadFile(path, new() { Rules = new() { Contradictions = ContradictionRule.Tell } });
            var table = read.Table.ShouldNotBeNull(name);
            table.Materials.Select(m => m.Id).ShouldBe(expected.Keys, ignoreOrder: true, name);
            foreach (var material in table.Materials)
                ShouldBeTheSame(material.Crystal, expected[material.Id], ToleranceOf(name), $"{name}, {material.Id}");
            if (name is "pymatgen-all.json" or "ase-all.xyz")
                table.Columns.Single().Values.ShouldBe(reference.Columns.Single().Values, name);
        }
    }

    // ASE writes places in a CIF to five digits; spglib moves atoms onto symmetry that they have to 0.01 angstrom only.
    private static double ToleranceOf(string name) => name switch
    {
        "ase-cif" => 2e-3,
        "pymatgen-cif-symmetry" => 0.1,
        _ => 1e-4,
    };

    private static void ShouldBeTheSame(Crystal read, Crystal expected, double tolerance, string name)
    {
        var (sites, partners) = (Surroundings(read), Surroundings(expected));
        foreach (var site in sites) partners.Any(p => IsSame(site, p, tolerance)).ShouldBeTrue(name);
        foreach (var partner in partners) sites.Any(s => IsSame(s, partner, tolerance)).ShouldBeTrue(name);
        // A cell may be written as a multiple of itself: the composition stays.
        Elements(read, expected.Sites.Length).ShouldBe(Elements(expected, read.Sites.Length), name);
    }

    private static int[] Elements(Crystal crystal, int times) =>
        [.. crystal.Sites.SelectMany(s => Enumerable.Repeat(s.Occupants[0].AtomicNumber, times)).Order()];

    private static (int Element, double[] Distances)[] Surroundings(Crystal crystal)
    {
        var found = NeighbourList.Find(crystal, RadiusAngstrom);
        return
        [
            .. crystal.Sites.Select((site, i) =>
                (site.Occupants[0].AtomicNumber, found.DistanceAngstrom[found.Start[i]..found.Start[i + 1]].ToArray())),
        ];
    }

    private static bool IsSame((int Element, double[] Distances) a, (int Element, double[] Distances) b, double tolerance)
    {
        if (a.Element != b.Element) return false;
        var compared = Math.Max(a.Distances.Count(d => d < ComparedAngstrom), b.Distances.Count(d => d < ComparedAngstrom));
        return compared <= Math.Min(a.Distances.Length, b.Distances.Length)
            && Enumerable.Range(0, compared).All(k => Math.Abs(a.Distances[k] - b.Distances[k]) <= tolerance);
    }

    private void Write()
    {
        var script = Repository.PathOf("tests", "Tomography.Datasets.Tests", "Reading", "write-crystals.py");
        string[] arguments = [script, SharedData.PathOf("materials-project-2k.csv"), _folder.Root, $"{Count}"];
        var start = new ProcessStartInfo("/usr/bin/python3", arguments) { UseShellExecute = false, RedirectStandardError = true };
        using var python = Process.Start(start)!;
        var errors = python.StandardError.ReadToEnd();
        python.WaitForExit();
        python.ExitCode.ShouldBe(0, errors);
    }
}
