using System.Collections.Immutable;
using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>A <c>Structure</c> of pymatgen, as its <c>as_dict</c> writes it.</summary>
internal sealed class PymatgenShape : JsonShape
{
    private const int MostSpecies = 100;
    private const double OccupancySlack = 0.01;

    public override string Name => "pymatgen structure";

    // The charge is what pymatgen sets of the cell, mostly 0: not a property that somebody measured.
    public override ImmutableArray<string> Fields => ["lattice", "sites", "charge"];

    public override bool Fits(JsonFields fields) => fields.All.ContainsKey("lattice") && fields.All.ContainsKey("sites");

    public override Crystal? Read(JsonFields fields, IAssemblyProblems problems, CrystalReading reading)
    {
        fields.Children.TryGetValue("lattice", out var lattice);
        if (JsonNumbers.Matrix(lattice?.Find("matrix")) is not { } matrix)
            return Refuse(problems, Whole, "The lattice has no matrix of 3 x 3 numbers.", "Write structures with Structure.as_dict().");
        if (lattice!.Array("pbc") is { } pbc && pbc.Any(p => p.ValueKind == JsonValueKind.False))
            return Refuse(problems, Whole, "The lattice does not repeat along all of a, b and c (pbc).", "Give crystals, not slabs.");
        var draft = new CrystalDraft(problems, reading.Limits);
        if (!draft.SetLattice(Whole, matrix.A, matrix.B, matrix.C)) return null;
        if (fields.Array("sites") is not { } sites) return Refuse(problems, Whole, "There is no list of sites.", "Give sites as a list.");
        if (!draft.HasRoomFor(Whole, sites.Length)) return null;
        for (var i = 0; i < sites.Length; i++)
            if (!AddSite(draft, i, sites[i], problems))
                return null;
        return draft.ToCrystal(Whole);
    }

    private static bool AddSite(CrystalDraft draft, int i, JsonElement element, IAssemblyProblems problems)
    {
        var site = JsonFields.Of(element);
        var fractional = JsonNumbers.Vector(site?.Find("abc"));
        if ((fractional ?? JsonNumbers.Vector(site?.Find("xyz"))) is not { } place)
        {
            problems.Error(i, "The site has no three numbers as abc or xyz.", "Give fractional coordinates as abc.");
            return false;
        }

        return Occupants(site!, i, problems) is { } occupants && draft.Add(i, place, fractional is null, occupants);
    }

    private static ImmutableArray<Occupant>? Occupants(JsonFields site, int i, IAssemblyProblems problems)
    {
        var species = site.Array("species");
        if (species is null || species.Length is 0 or > MostSpecies)
        {
            problems.Error(i, "The site has no list of species, or one too long.", "Give species as [{\"element\": \"Fe\", \"occu\": 1}].");
            return null;
        }

        var occupants = ImmutableArray.CreateBuilder<Occupant>(species.Length);
        foreach (var element in species)
        {
            var fields = JsonFields.Of(element);
            var name = fields?.Text("element") ?? "";
            if (SpeciesName.TryParse(name) is not { } occupant)
            {
                SpeciesName.Refuse(problems, i, name);
                return null;
            }

            var occupancy = fields!.Find("occu") is null ? 1 : fields.Number("occu");
            if (occupancy is not (> 0 and <= 1 + OccupancySlack))
            {
                problems.Error(i, $"The occupancy (occu) of {name} is none.", "Occupancies are numbers above 0 and at most 1.");
                return null;
            }

            occupants.Add(occupant with
            {
                Occupancy = Math.Min(1, occupancy.Value),
                OxidationState = fields.Number("oxidation_state") ?? occupant.OxidationState,
            });
        }

        return occupants.MoveToImmutable();
    }
}
