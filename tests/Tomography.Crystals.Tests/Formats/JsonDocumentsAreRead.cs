using System.Text;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Crystals.Tests;

public class JsonDocumentsAreRead
{
    private const string Structure =
        """{"lattice": {"matrix": [[4, 0, 0], [0, 4, 0], [0, 0, 4]]}, """
            + "\"sites\": " + """[{"species": [{"element": "Fe", "occu": 1}], "abc": [0, 0, 0]}]}""";

    private const string Atoms =
        """{"lattice_mat": [[4, 0, 0], [0, 4, 0], [0, 0, 4]], "coords": [[0, 0, 0]], "elements": ["Fe"], "cartesian": false}""";

    private const string Attributes =
        """{"lattice_vectors": [[4, 0, 0], [0, 4, 0], [0, 0, 4]], "cartesian_site_positions": [[0, 0, 0]], """
            + "\"species_at_sites\": [\"Fe\"], \"_db_gap\": 1.5}";

    private static readonly JsonFormat s_format = new();

    [Theory]
    [InlineData(Structure, null)]
    [InlineData("[" + Structure + "]", null)]
    [InlineData("\uFEFF  [" + Structure + "]\n", null)]
    [InlineData(Atoms, null)]
    [InlineData("""{"structure": """ + Structure + """, "material_id": "mp-1"}""", "mp-1")]
    [InlineData("""[{"jid": "JVASP-1", "atoms": """ + Atoms + "}]", "JVASP-1")]
    [InlineData("""{"entries": [{"structure": """ + Structure + """, "data": {"mat_id": "agm1"}, "entry_id": null}]}""", "agm1")]
    [InlineData("""{"data": [{"id": "x/1", "attributes": """ + Attributes + "}]}", "x/1")]
    [InlineData("""{"data": {"id": "x/1", "attributes": """ + Attributes + "}}", "x/1")]
    [InlineData("""{"mp-1": """ + Structure + "}", "mp-1")]
    [InlineData("""{"index": [0], "columns": ["structure", "id"], "data": [[""" + Structure + """, "row-1"]]}""", "row-1")]
    [InlineData("""{"initial_structure": """ + Structure + """, "final_structure": """ + Structure + """, "id": 7}""", "7")]
    [InlineData("""{"relaxed": """ + Structure + """, "id": 7}""", "relaxed")]
    public void However_they_are_nested(string text, string? id)
    {
        var entry = ReadOf.All(s_format, text).ShouldHaveSingleItem();
        entry.Problems.ShouldBeEmpty();
        entry.Id.ShouldBe(id);
        entry.Crystal.ShouldNotBeNull().Sites.ShouldHaveSingleItem().Occupants.ShouldBe([new Occupant(26)]);
    }

    [Fact]
    public void Line_by_line_and_by_ids()
    {
        ReadOf.All(s_format, $"{{\"a\": {Structure}, \"b\": {Atoms}}}").Select(e => e.Id).ShouldBe(["a", "b"]);
        ReadOf.All(s_format, $"{{\"id\": 1, \"structure\": {Structure}}}\n{{\"id\": 2, \"structure\": {Structure}}}\n").Select(e => e.Id)
            .ShouldBe(["1", "2"]);
    }

    [Fact]
    public void With_the_values_beside_them()
    {
        var text =
            """{"@class": "Entry", "energy": -7.25, "gap": NaN, "ehull": -Infinity, "nothing": null, "missing": "na", "stable": true,"""
            + """ "list": [1], "symmetry": {"symbol": "Fm-3m", "number": 225}, "data": {"density": 5}, "structure": """ + Structure
            + """, "initial_structure": """ + Structure + "}";
        ReadOf.All(s_format, text)[0].Values.ShouldBe(
            [
                new("energy", "-7.25"), new("stable", "true"), new("symmetry.symbol", "Fm-3m"), new("symmetry.number", "225"),
                new("density", "5"),
            ],
            ignoreOrder: true);
        ReadOf.All(s_format, Attributes)[0].Values.ShouldBe([new("_db_gap", "1.5")]);
    }

    [Fact]
    public void With_occupancies_and_charges_of_pymatgen()
    {
        var text = Structure.Replace(
            """{"element": "Fe", "occu": 1}""",
            """{"element": "Fe", "oxidation_state": 3.0, "occu": 0.25}, {"element": "Mg2+", "occu": 0.5}, """
                + """{"element": "D", "oxidation_state": null, "occu": 0.1}""");
        ReadOf.Crystal(s_format, text).Sites[0].Occupants
            .ShouldBe([new Occupant(26, 0.25, 3), new Occupant(12, 0.5, 2), new Occupant(1, 0.1)]);
    }

    [Fact]
    public void With_parts_of_an_atom_on_one_place_put_together()
    {
        var site = """{"species": [{"element": "Fe", "occu": 0.5}], "abc": [0, 0, 1.0]}""";
        var text = Structure.Replace("\"occu\": 1}", "\"occu\": 0.5}").Replace("[0, 0, 0]}]", $"[0, 0, 0]}}, {site}]");
        ReadOf.Crystal(s_format, text).Sites.ShouldHaveSingleItem().Occupants.ShouldBe([new Occupant(26)]);
    }

    [Fact]
    public void With_mixtures_and_vacancies_of_OPTIMADE()
    {
        var text = Attributes.Replace(
            "\"_db_gap\"",
            """
            "species": [{"name": "Fe", "chemical_symbols": ["Fe", "Ni", "vacancy"], "concentration": [0.5, 0.25, 0.25]}], "_db_gap"
            """);
        ReadOf.Crystal(s_format, text).Sites[0].Occupants.ShouldBe([new Occupant(26, 0.5), new Occupant(28, 0.25)]);
    }

    [Fact]
    public void As_CIF_text_where_there_is_nothing_better()
    {
        var cif = SmallCif.Of("Ni 0 0 0", SmallCif.Cube(4)).Replace("\n", "\\n");
        ReadOf.Crystal(s_format, $"{{\"cif\": \"{cif}\"}}").Sites[0].Occupants[0].AtomicNumber.ShouldBe(28);
        ReadOf.Crystal(s_format, $"{{\"cif\": \"{cif}\", \"structure\": {Structure}}}").Sites[0].Occupants[0].AtomicNumber.ShouldBe(26);
        ReadOf.Error(s_format, $"{{\"cif\": \"{cif.Replace("Ni", "Xx")}\"}}").Message.ShouldContain("CIF line");
    }

    [Theory]
    [InlineData("[[4, 0, 0]", "[[4, 0, NaN]", "no matrix", "pymatgen structure at [0]")]
    [InlineData("[[4, 0, 0]", "[[4, 0, \"0\"]", "no matrix", "pymatgen structure at [0]")]
    [InlineData("[[4, 0, 0]", "[[1e-9, 0, 0]", "No crystal has this cell", "pymatgen structure at [0]")]
    [InlineData("[[4, 0, 0]", "[[0, 4, 0]", "No crystal has this cell", "pymatgen structure at [0]")]
    [InlineData("\"matrix\"", "\"pbc\": [true, true, false], \"matrix\"", "does not repeat", "pymatgen structure at [0]")]
    [InlineData("\"Fe\"", "\"Vac\"", "stands for no element", "pymatgen structure at [0], site 1")]
    [InlineData("\"Fe\"", "\"\\ud800\"", "names no element", "pymatgen structure at [0], site 1")]
    [InlineData("\"Fe\"", "26", "names no element", "pymatgen structure at [0], site 1")]
    [InlineData("\"occu\": 1", "\"occu\": 1.5", "occupancy", "pymatgen structure at [0], site 1")]
    [InlineData("\"abc\": [0, 0, 0]", "\"abc\": [0, 0, Infinity]", "three numbers", "pymatgen structure at [0], site 1")]
    [InlineData("\"abc\": [0, 0, 0]", "\"abc\": [0, 0]", "three numbers", "pymatgen structure at [0], site 1")]
    [InlineData("\"abc\": [0, 0, 0]", "\"xyz\": [0, 0, 1e300]", "no place in this cell", "pymatgen structure at [0], site 1")]
    [InlineData("\"sites\"", "\"places\"", "No crystal was found among lattice, places", "JSON at [0]")]
    public void Not_where_something_is_wrong_which_is_told_with_its_path(string part, string instead, string message, string place)
    {
        Structure.ShouldContain(part);
        var entries = ReadOf.All(s_format, $"[{Structure.Replace(part, instead)}, {Structure}]");
        entries.Length.ShouldBe(2);
        entries[1].Crystal.ShouldNotBeNull();
        entries[0].Crystal.ShouldBeNull();
        entries[0].Problems[0].Message.ShouldContain(message);
        entries[0].Problems[0].Place.ShouldBe(place);
    }

    [Theory]
    [InlineData("\"_db_gap\"", "\"dimension_types\": [1, 1, 0], \"_db_gap\"", "three dimensions")]
    [InlineData("\"_db_gap\"", "\"site_coordinate_span\": \"asymmetric_unit\", \"_db_gap\"", "unit cell")]
    [InlineData("\"_db_gap\"", "\"structure_features\": [\"assemblies\"], \"_db_gap\"", "alternatives")]
    [InlineData("\"_db_gap\"", "\"species\": [{\"name\": \"Ni\"}], \"_db_gap\"", "none of the species")]
    [InlineData("[[4, 0, 0]", "[null", "no matrix")]
    public void Not_structures_of_OPTIMADE_that_are_no_whole_crystals(string part, string instead, string message) =>
        ReadOf.Error(s_format, Attributes.Replace(part, instead)).Message.ShouldContain(message);

    [Fact]
    public void Not_rows_whose_columns_are_unknown_or_others()
    {
        ReadOf.Error(s_format, $"{{\"data\": [[{Structure}, 1]], \"columns\": [\"structure\", \"gap\"]}}").Message
            .ShouldContain("no document");
        ReadOf.Error(s_format, $"{{\"columns\": [\"structure\"], \"data\": [[{Structure}, 1]]}}").Message.ShouldContain("no document");
    }

    [Fact]
    public void Up_to_where_the_text_is_damaged()
    {
        var stream = new MemoryStream(Encoding.UTF8.GetBytes($"[{Structure}, {Structure[..50]}"));
        using var entries = s_format.Read(stream, CrystalReading.Default).GetEnumerator();
        entries.MoveNext().ShouldBeTrue();
        entries.Current.Crystal.ShouldNotBeNull();
        Should.Throw<InvalidDataException>(() => entries.MoveNext()).Message.ShouldContain("ends early");
    }

    [Fact]
    public void Not_one_longer_than_is_read_but_the_next()
    {
        var limits = InputLimits.Default with { MostRowCharacters = 1_000 };
        var entries = ReadOf.All(s_format, $"[{{\"x\": [{string.Join(", ", Enumerable.Range(0, 1_000))}]}}, {Structure}]", limits);
        entries[0].Problems[0].Kind.ShouldBe(CrystalProblemKind.TooLarge);
        entries[1].Crystal.ShouldNotBeNull();
        Should.Throw<InputLimitException>(() => ReadOf.All(s_format, $"[\"{new string('x', 5_000)}\"]", limits));
        Should.Throw<InputLimitException>(() => ReadOf.All(s_format, $"{{\"x\": \"{new string('x', 990)}\", \"y\": 1234567890}}", limits));
    }

    [Fact]
    public void One_at_a_time_from_a_text_without_end()
    {
        using var stream = new EndlessJson(Structure);
        var entries = s_format.Read(stream, CrystalReading.Default).Take(5_000).ToArray();
        entries.ShouldAllBe(e => e.Crystal != null);
        entries[^1].Place.ShouldBe("pymatgen structure at [4999]");
        stream.Given.ShouldBeLessThan(5_000L * (Structure.Length + 2) + (1 << 16));
    }

    [Fact]
    public void Deep_nesting_is_told() =>
        Should.Throw<InvalidDataException>(() => ReadOf.All(s_format, new string('[', 100_000))).Message.ShouldContain("too deep");
}
