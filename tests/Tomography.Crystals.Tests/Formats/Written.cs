using System.Globalization;
using System.Text;

namespace Tomography.Crystals.Tests;

/// <summary>Crystals as files of each format have them.</summary>
internal static class Written
{
    /// <summary>The writers of ordered crystals, each with the format that reads it.</summary>
    public static (string Name, CrystalFormat Format, Func<Crystal, string> Write)[] Ordered { get; } =
    [
        ("POSCAR, direct", new PoscarFormat(), c => Poscar(c, cartesian: false, scale: 1)),
        ("POSCAR, Cartesian and scaled", new PoscarFormat(), c => Poscar(c, cartesian: true, scale: 1.7)),
        ("extended XYZ", new ExtendedXyzFormat(), ExtendedXyz),
        ("pymatgen", new JsonFormat(), Pymatgen),
        ("JARVIS, fractional", new JsonFormat(), c => Jarvis(c, cartesian: false)),
        ("JARVIS, Cartesian", new JsonFormat(), c => Jarvis(c, cartesian: true)),
        ("OPTIMADE", new JsonFormat(), Optimade),
    ];

    public static string Poscar(Crystal crystal, bool cartesian, double scale)
    {
        var text = new StringBuilder($"written by a test\n{N(scale)}\n");
        foreach (var vector in Vectors(crystal)) text.Append(Spaced((1 / scale) * vector)).Append('\n');
        text.AppendJoin(' ', crystal.Sites.Select(Symbol)).Append('\n');
        text.AppendJoin(' ', crystal.Sites.Select(_ => "1")).Append('\n');
        text.Append(cartesian ? "Cartesian\n" : "Direct\n");
        foreach (var site in crystal.Sites)
            text.Append(Spaced(cartesian ? (1 / scale) * crystal.Lattice.ToCartesian(site.Fractional) : site.Fractional)).Append('\n');
        return text.ToString();
    }

    public static string ExtendedXyz(Crystal crystal)
    {
        var text = new StringBuilder($"{crystal.Sites.Length}\n");
        text.Append($"Lattice=\"{string.Join(' ', Vectors(crystal).Select(Spaced))}\" Properties=species:S:1:pos:R:3 pbc=\"T T T\"\n");
        foreach (var site in crystal.Sites)
            text.Append($"{Symbol(site)} {Spaced(crystal.Lattice.ToCartesian(site.Fractional))}\n");
        return text.ToString();
    }

    public static string Pymatgen(Crystal crystal)
    {
        var sites = crystal.Sites.Select(s =>
            $$"""{"species": [{{string.Join(", ", s.Occupants.Select(Species))}}], "abc": {{List(s.Fractional)}}, "properties": {} }""");
        return $$"""
            {"@module": "pymatgen.core.structure", "@class": "Structure", "charge": null,
             "lattice": {"matrix": {{Matrix(crystal)}}, "pbc": [true, true, true], "a": 1}, "sites": [{{string.Join(",\n", sites)}}]}
            """;
    }

    public static string Jarvis(Crystal crystal, bool cartesian)
    {
        var coords = crystal.Sites.Select(s => List(cartesian ? crystal.Lattice.ToCartesian(s.Fractional) : s.Fractional));
        return $$"""
            [{"jid": "JVASP-1", "atoms": {"lattice_mat": {{Matrix(crystal)}}, "coords": [{{string.Join(", ", coords)}}],
              "elements": [{{string.Join(", ", crystal.Sites.Select(s => $"\"{Symbol(s)}\""))}}],
              "cartesian": {{(cartesian ? "true" : "false")}}, "props": [""]} }]
            """;
    }

    public static string Optimade(Crystal crystal)
    {
        var symbols = crystal.Sites.Select(Symbol).ToArray();
        var places = crystal.Sites.Select(s => List(crystal.Lattice.ToCartesian(s.Fractional)));
        var species = symbols.Distinct().Select(s => $$"""{"name": "{{s}}", "chemical_symbols": ["{{s}}"], "concentration": [1.0] }""");
        return $$"""
            {"meta": {"data_returned": 1}, "data": [{"id": "one", "type": "structures", "attributes": {
              "lattice_vectors": {{Matrix(crystal)}}, "dimension_types": [1, 1, 1], "nperiodic_dimensions": 3,
              "cartesian_site_positions": [{{string.Join(", ", places)}}],
              "species_at_sites": [{{string.Join(", ", symbols.Select(s => $"\"{s}\""))}}], "species": [{{string.Join(", ", species)}}],
              "structure_features": [] } }], "links": {"next": null} }
            """;
    }

    private static string Species(Occupant o) =>
        $$"""{"element": "{{ElementTable.SymbolOf(o.AtomicNumber)}}", "occu": {{N(o.Occupancy)}}}""";

    private static Vector3[] Vectors(Crystal crystal) => [crystal.Lattice.A, crystal.Lattice.B, crystal.Lattice.C];

    private static string Symbol(Site site) => ElementTable.SymbolOf(site.Occupants[0].AtomicNumber);

    private static string Matrix(Crystal crystal) => $"[{string.Join(", ", Vectors(crystal).Select(List))}]";

    private static string List(Vector3 v) => $"[{N(v.X)}, {N(v.Y)}, {N(v.Z)}]";

    private static string Spaced(Vector3 v) => $"{N(v.X)} {N(v.Y)} {N(v.Z)}";

    private static string N(double x) => x.ToString("R", CultureInfo.InvariantCulture);
}
