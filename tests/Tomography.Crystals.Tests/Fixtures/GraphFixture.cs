using System.Text.Json;
using Tomography.Testing;

namespace Tomography.Crystals.Tests;

/// <summary>Graphs and element features that pymatgen and PyTorch made (fixtures of the reference implementation).</summary>
internal sealed class GraphFixture
{
    private readonly JsonElement _root;

    public GraphFixture(string name) =>
        _root = JsonDocument
            .Parse(File.ReadAllBytes(Repository.PathOf("tests", "Tomography.Crystals.Tests", "Fixtures", name)))
            .RootElement;

    public IEnumerable<(int AtomicNumber, double[] Row)> ElementFeatures =>
        _root.GetProperty("element_features").EnumerateObject().Select(p => (int.Parse(p.Name), Numbers(p.Value)));

    public IEnumerable<(string Name, Crystal Crystal, (int Site, double Distance)[][] Neighbours)> Graphs =>
        _root
            .GetProperty("graphs")
            .EnumerateArray()
            .Select(g =>
                (
                    g.GetProperty("name").GetString()!,
                    new Crystal(
                        LatticeOf([.. g.GetProperty("lattice").EnumerateArray().Select(VectorOf)]),
                        [
                            .. g.GetProperty("fractional")
                                .EnumerateArray()
                                .Zip(g.GetProperty("species").EnumerateArray(), (f, z) => new Site(VectorOf(f), z.GetInt32())),
                        ]),
                    g.GetProperty("neighbours")
                        .EnumerateArray()
                        .Select(site => site.EnumerateArray().Select(p => (p[0].GetInt32(), p[1].GetDouble())).ToArray())
                        .ToArray()));

    private static Lattice LatticeOf(Vector3[] v) => new(v[0], v[1], v[2]);

    private static Vector3 VectorOf(JsonElement e) => new(e[0].GetDouble(), e[1].GetDouble(), e[2].GetDouble());

    private static double[] Numbers(JsonElement e) => [.. e.EnumerateArray().Select(x => x.GetDouble())];
}
