using System.Collections.Immutable;
using System.Text.Json;

namespace Tomography.Crystals;

/// <summary>Walks through a JSON text from document to document, holding one of them at a time.</summary>
internal sealed class JsonWalk(JsonPieces pieces, CrystalReading reading)
{
    // Lists of an outermost object whose elements are documents, or rows of a table.
    private static readonly string[] s_lists = ["data", "entries", "structures", "materials", "results", "response", "docs", "frames"];

    private readonly JsonDocumentReader _documents = new(reading);
    private readonly InputLimits _limits = reading.Limits;

    /// <summary>The entries of the text: of the elements of its arrays, and of its objects, of which one may follow the other.</summary>
    public IEnumerable<CrystalEntry> Read()
    {
        for (var number = 1; ; number++)
        {
            switch (pieces.Take(out _))
            {
                case JsonTokenType.None:
                    yield break;
                case JsonTokenType.StartArray:
                    foreach (var entry in Elements("", null)) yield return entry;
                    break;
                case JsonTokenType.StartObject:
                    foreach (var entry in Fields(number)) yield return entry;
                    break;
                default:
                    yield return JsonDocumentReader.Refused($"value {number}", "This is no object.", "Give crystals as JSON objects.");
                    break;
            }
        }
    }

    private IEnumerable<CrystalEntry> Elements(string list, ImmutableArray<string>? columns)
    {
        for (var i = 0; pieces.Peek() != JsonTokenType.EndArray; i++)
        {
            var place = $"{list}[{i}]";
            using var document = pieces.TakeValue();
            yield return document is null
                ? JsonDocumentReader.Refused(
                    place,
                    $"The document is longer than {_limits.MostRowCharacters} bytes; "
                        + $"{_limits.HowToRaise(nameof(InputLimits.MostRowCharacters))}.",
                    "Leave out what is not needed.",
                    CrystalProblemKind.TooLarge)
                : _documents.Read(document.RootElement, place, columns: columns);
        }

        pieces.Take(out _);
    }

    // An outermost object is a document, holds a list of documents, or holds documents by their ids.
    private IEnumerable<CrystalEntry> Fields(int number)
    {
        var held = new JsonFields();
        bool? isById = null;
        var hasList = false;
        long bytes = 0;
        while (pieces.Take(out var name) == JsonTokenType.PropertyName)
        {
            if (s_lists.Contains(name) && pieces.Peek() == JsonTokenType.StartArray)
            {
                hasList = true;
                pieces.Take(out _);
                foreach (var entry in Elements(name, Columns(held))) yield return entry;
                continue;
            }

            var before = pieces.Taken;
            using var document = pieces.TakeValue() ?? throw TooMuch(name);
            isById ??= IsDocument(name, document.RootElement);
            if (isById.Value)
            {
                if (document.RootElement.ValueKind == JsonValueKind.Object)
                    yield return _documents.Read(document.RootElement, name, id: name);
                continue;
            }

            bytes += pieces.Taken - before;
            if (bytes > _limits.MostRowCharacters || held.All.Count >= _limits.MostColumns) throw TooMuch(name);
            held.Set(name, document.RootElement.Clone());
        }

        if (isById is not true && !hasList) yield return _documents.Read(held, $"document {number}", id: null);
    }

    private static bool IsDocument(string name, JsonElement element) =>
        !LocatedCrystal.IsUsualName(name) && JsonFields.Of(element) is { } fields && LocatedCrystal.Find(fields) is not null;

    // Tables of pandas (orient "split") name their columns before their rows.
    private static ImmutableArray<string>? Columns(JsonFields held) =>
        held.Array("columns") is { } columns ? [.. columns.Select(c => c.TextOrNull() ?? "")] : null;

    private InputLimitException TooMuch(string name) => new(
        $"The JSON up to '{Excerpt.Of(name, 30)}' is longer than a document of {_limits.MostRowCharacters} bytes or {_limits.MostColumns} "
            + $"fields; {_limits.HowToRaise(nameof(InputLimits.MostRowCharacters))}; several crystals belong into a list.");
}
