using System.Collections.Immutable;
using Tomography.Crystals;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>Reads <c>further</c>: models beyond the grid, as <c>-t:Steer</c> writes them.</summary>
internal static class FurtherReader
{
    public static ImmutableArray<FurtherModel> Read(
        YamlReading reading, YamlSection top, YamlSection.TryMap<PropertyName> property, IReadOnlyDictionary<string, Representation> representations)
    {
        if (!top.Has("further") || top.Node("further") is not { } node) return [];
        var models = ImmutableArray.CreateBuilder<FurtherModel>();
        var items = node is YamlValue.Sequence list ? list.Items : [node];
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is YamlValue.Mapping mapping) models.Add(One(new(reading, $"further[{i}]", mapping)));
            else reading.Error(DiagnosticCodes.WrongForm, items[i].Start, $"further[{i}]", "'further' must be a list of mappings, like [{ representation: structure, target: volume, feature: density, seeds: [7] }].");
        }

        return models.ToImmutable();

        FurtherModel One(YamlSection section)
        {
            foreach (var (key, example) in new[] { ("representation", "structure"), ("target", "volume"), ("seeds", "[7, 8]") })
                if (!section.Has(key)) section.Missing(key, $"{key}: {example}");
            var representation = section.Choice("representation", Representation.Structure, representations);
            var target = section.List("target", property) is [{ Value: var value }] ? value : default;
            PropertyName? feature = section.List("feature", property) is [{ Value: var name }] ? name : null;
            var seeds = section.List<int>("seeds", (string text, Mark mark, string path, out int seed) =>
            {
                var whole = section.WholeOf(text, mark, path, 0, int.MaxValue);
                seed = whole ?? 0;
                return whole is not null;
            });
            var reason = section.Has("reason") ? section.Text("reason") ?? "" : "";
            section.Finish();
            return new(representation, target, feature, [.. (seeds ?? []).Select(s => s.Value)], reason);
        }
    }
}
