using System.Collections.Immutable;
using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>The species of an OPTIMADE structure by their names.</summary>
internal sealed class OptimadeSpecies
{
    private const double OccupancySlack = 0.01;

    private readonly Dictionary<string, JsonFields> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Occupant>> _read = new(StringComparer.Ordinal);

    /// <summary>Reads the list; a structure without one names its species by their symbols. Null where the list cannot be read.</summary>
    public static OptimadeSpecies? Read(JsonFields structure, int most)
    {
        var species = new OptimadeSpecies();
        if (structure.Find("species") is null) return species;
        if (structure.Array("species") is not { } list || list.Length > most) return null;
        foreach (var element in list)
        {
            if (JsonFields.Of(element) is not { } fields || fields.Text("name") is not { } name) return null;
            species._byName[name] = fields;
        }

        return species;
    }

    /// <summary>What stands on a site of a species, nothing for a vacancy; null after an error.</summary>
    public ImmutableArray<Occupant>? Occupants(string name, int site, IAssemblyProblems problems)
    {
        if (_read.TryGetValue(name, out var known)) return known;
        if (!_byName.TryGetValue(name, out var fields))
        {
            if (_byName.Count == 0 && SpeciesName.TryParse(name) is { } atom) return _read[name] = [atom];
            if (_byName.Count == 0) SpeciesName.Refuse(problems, site, name);
            else problems.Error(site, $"'{Excerpt.Of(name, 30)}' is none of the species listed.", "Ask the server for species.");
            return null;
        }

        if (fields.Find("attached") is not null)
            problems.Warn(
                site,
                $"Atoms are attached to {Excerpt.Of(name, 30)} without positions; the crystal lacks them.",
                "Use a structure that lists all atoms.");
        return Mixed(fields, site, problems) is { } occupants ? _read[name] = occupants : null;
    }

    private static ImmutableArray<Occupant>? Mixed(JsonFields fields, int site, IAssemblyProblems problems)
    {
        var symbols = fields.Array("chemical_symbols") ?? [];
        var shares = fields.Array("concentration");
        if (symbols.Length == 0 || shares is null && symbols.Length > 1 || shares is not null && shares.Length != symbols.Length)
        {
            problems.Error(site, "A species has no concentration for each of its symbols.", "Ask the server for whole species.");
            return null;
        }

        var occupants = ImmutableArray.CreateBuilder<Occupant>();
        for (var i = 0; i < symbols.Length; i++)
        {
            var symbol = symbols[i].TextOrNull() ?? "";
            var share = shares is null ? 1 : JsonNumbers.Number(shares[i]);
            if (share is not (>= 0 and <= 1 + OccupancySlack))
            {
                problems.Error(site, $"The concentration of {Excerpt.Of(symbol, 30)} is none.", "Concentrations are numbers from 0 to 1.");
                return null;
            }

            if (share == 0 || symbol == "vacancy") continue;
            if (SpeciesName.TryParse(symbol) is not { } atom)
            {
                SpeciesName.Refuse(problems, site, symbol);
                return null;
            }

            occupants.Add(atom with { Occupancy = Math.Min(1, share.Value) });
        }

        return occupants.ToImmutable();
    }
}
