using System.Collections.Immutable;
using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>One document of a JSON text to an entry.</summary>
internal sealed class JsonDocumentReader(CrystalReading reading)
{
    private const string Advice =
        "Give crystals as structures of pymatgen, atoms of JARVIS, structures of OPTIMADE or CIF texts, one in each document.";

    // Where a document describes no crystal, its formula may stand for one.
    private static readonly string[] s_formulas = ["composition", "formula", "pretty_formula", "formula_pretty"];

    /// <summary>Reads an object, or a row of a table where there are columns.</summary>
    public CrystalEntry Read(JsonElement document, string place, string? id = null, ImmutableArray<string>? columns = null)
    {
        return Fields(document, columns) is { } fields
            ? Read(fields, place, id)
            : Refused(place, "This is no document that could hold a crystal.", Advice);
    }

    /// <summary>Reads the fields of a document.</summary>
    public CrystalEntry Read(JsonFields fields, string place, string? id)
    {
        var located = LocatedCrystal.Find(fields);
        var values = JsonValues.Of(fields, located, reading.Limits.MostColumns);
        id ??= KnownIds.Find(values);
        if (located is null)
            return Refused(place, $"No crystal was found among {Excerpt.Of(string.Join(", ", fields.All.Keys), 100)}.", Advice) with
            {
                Id = id,
                Values = values,
                Formula = s_formulas.Select(fields.Text).FirstOrDefault(f => f is not null),
            };
        var whole = $"{located.Shape.Name} at {Excerpt.Of(place + located.Path, 120)}";
        var problems = new CrystalProblemList(site => site < 0 ? whole : $"{whole}, site {site + 1}");
        var crystal = located.Shape.Read(located.Fields, problems, reading);
        return new(id, whole, crystal, values, problems.ToProblems());
    }

    /// <summary>An entry of a document that is not used.</summary>
    public static CrystalEntry Refused(
        string place, string message, string suggestion, CrystalProblemKind kind = CrystalProblemKind.Content) =>
        CrystalEntry.Unreadable($"JSON at {Excerpt.Of(place, 120)}", message, suggestion, kind) with { EndsFile = false };

    private static JsonFields? Fields(JsonElement document, ImmutableArray<string>? columns)
    {
        if (columns is not { } names || document.ValueKind != JsonValueKind.Array) return JsonFields.Of(document);
        if (document.GetArrayLength() != names.Length) return null;
        var fields = new JsonFields();
        var i = 0;
        foreach (var cell in document.EnumerateArray()) fields.Set(names[i++], cell);
        return fields;
    }
}
