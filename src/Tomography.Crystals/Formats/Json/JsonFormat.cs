using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>
/// JSON: one document, a list of them, documents by their ids, lines of documents, or a table of pandas; each document describes a
/// crystal in one of the <see cref="JsonShapes"/>.
/// </summary>
internal sealed class JsonFormat : CrystalFormat
{
    public override string Name => "JSON";

    public override ImmutableArray<string> Extensions => [".json", ".jsonl", ".ndjson"];

    public override string? WhyNot(string start) =>
        start.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{' or '[', ..] ? null : "it starts with neither { nor [";

    public override IEnumerable<CrystalEntry> Read(Stream stream, CrystalReading reading)
    {
        var isEmpty = true;
        foreach (var entry in new JsonWalk(new(stream, reading.Limits.MostRowCharacters), reading).Read())
        {
            isEmpty = false;
            yield return entry;
        }

        if (isEmpty) yield return CrystalEntry.Unreadable(Name, "The JSON holds no document.", "Give a list of crystals.");
    }
}
