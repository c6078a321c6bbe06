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

    // Sites are many: they are looked into without a list of their fields.
    private static bool AddSite(CrystalDraft draft, int i, JsonElement site, IAssemblyProblems problems)
    {
        var fractional = JsonNumbers.Vector(site.Member("abc"u8));
        if ((fractional ?? JsonNumbers.Vector(site.Member("xyz"u8))) is not { } place)
        {
            problems.Error(i, "The site has no three numbers as abc or xyz.", "Give fractional coordinates as abc.");
            return false;
        }

        if (site.Member("species"u8) is not { ValueKind: JsonValueKind.Array } species || species.GetArrayLength() is 0 or > MostSpecies)
        {
            problems.Error(i, "The site has no list of species, or one too long.", "Give species as [{\"element\": \"Fe\", \"occu\": 1}].");
            return false;
        }

        if (species.GetArrayLength() == 1)
            return Occupant(species[0], i, problems) is { } one && draft.Add(i, place, fractional is null, one);
        var occupants = ImmutableArray.CreateBuilder<Occupant>(species.GetArrayLength());
        foreach (var element in species.EnumerateArray())
        {
            if (Occupant(element, i, problems) is not { } occupant) return false;
            occupants.Add(occupant);
        }

        return draft.Add(i, place, fractional is null, occupants.MoveToImmutable());
    }

    private static Occupant? Occupant(JsonElement species, int i, IAssemblyProblems problems)
    {
        var name = species.Member("element"u8)?.TextOrNull() ?? "";
        if (SpeciesName.TryParse(name) is not { } occupant)
        {
            SpeciesName.Refuse(problems, i, name);
            return null;
        }

        var occupancy = species.Member("occu"u8) is { } share ? JsonNumbers.Number(share) : 1;
        if (occupancy is not (> 0 and <= 1 + OccupancySlack))
        {
            problems.Error(i, $"The occupancy (occu) of {name} is none.", "Occupancies are numbers above 0 and at most 1.");
            return null;
        }

        return occupant with
        {
            Occupancy = Math.Min(1, occupancy.Value),
            OxidationState = species.Member("oxidation_state"u8) is { } state
                ? JsonNumbers.Number(state) ?? occupant.OxidationState
                : occupant.OxidationState,
        };
    }
}
