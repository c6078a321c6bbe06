using System.Collections.Immutable;
using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>The attributes of a structure in an answer of an OPTIMADE server.</summary>
internal sealed class OptimadeShape : JsonShape
{
    private const string UnitCell = "unit_cell";

    public override string Name => "OPTIMADE structure";

    public override ImmutableArray<string> Fields =>
    [
        "lattice_vectors", "cartesian_site_positions", "fractional_site_positions", "species_at_sites", "species", "elements",
        "elements_ratios", "dimension_types", "structure_features", "site_coordinate_span", "assemblies",
    ];

    public override bool Fits(JsonFields fields) =>
        fields.All.ContainsKey("lattice_vectors") && fields.All.ContainsKey("species_at_sites");

    public override Crystal? Read(JsonFields fields, IAssemblyProblems problems, CrystalReading reading)
    {
        if (WhyNoCrystal(fields) is { } reason) return Refuse(problems, Whole, reason, "Ask the server for crystals that list all sites.");
        if (JsonNumbers.Matrix(fields.Find("lattice_vectors")) is not { } matrix)
            return Refuse(problems, Whole, "lattice_vectors is no matrix of 3 x 3 numbers.", "Ask for lattice_vectors of crystals.");
        var draft = new CrystalDraft(problems, reading.Limits);
        if (!draft.SetLattice(Whole, matrix.A, matrix.B, matrix.C)) return null;
        var cartesian = fields.Array("cartesian_site_positions");
        var places = cartesian ?? fields.Array("fractional_site_positions");
        var names = fields.Array("species_at_sites");
        if (places is null || names is null || places.Length != names.Length)
            return Refuse(
                problems,
                Whole,
                "The positions and species of sites are not lists of one length.",
                "Ask for cartesian_site_positions and species_at_sites.");
        if (!draft.HasRoomFor(Whole, places.Length)) return null;
        if (OptimadeSpecies.Read(fields, reading.Limits.MostSites) is not { } species)
            return Refuse(problems, Whole, "The list of species has no names, or is too long.", "Ask the server for species.");
        for (var i = 0; i < places.Length; i++)
        {
            if (JsonNumbers.Vector(places[i]) is not { } place)
                return Refuse(problems, i, "The position is not three numbers.", "Ask for structures whose positions are known.");
            var name = names[i].TextOrNull() ?? "";
            if (species.Occupants(name, i, problems) is not { } occupants) return null;
            if (occupants.Length > 0 && !draft.Add(i, place, cartesian is not null, occupants)) return null;
        }

        return draft.ToCrystal(Whole);
    }

    private static string? WhyNoCrystal(JsonFields fields)
    {
        if (
            fields.Array("dimension_types") is { } types && types.Any(t => JsonNumbers.Number(t) == 0)
            || fields.Number("nperiodic_dimensions") < 3)
            return "The structure does not repeat in three dimensions.";
        if (fields.Text("site_coordinate_span") is { } span && span != UnitCell)
            return $"The sites listed are not those of the unit cell (site_coordinate_span is {Excerpt.Of(span, 30)}).";
        return fields.Array("structure_features")?.Any(f => f.TextOrNull() == "assemblies") ?? false
            ? "The structure lists alternatives for groups of sites (assemblies), so that it is no one crystal."
            : null;
    }
}
