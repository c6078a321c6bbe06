using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>Reads <c>further</c>: models beyond the grid, as <c>-t:Steer</c> writes them.</summary>
internal static class FurtherReader
{
    public static ImmutableArray<FurtherModel> Read(
        YamlReading reading,
        YamlSection top,
        YamlSection.TryMap<PropertyName> property,
        IReadOnlyDictionary<string, Representation> representations)
    {
        if (!top.Has("further") || top.Node("further") is not { } node)
            return [];
        if (
            node is YamlValue.Sequence { Items.Count: var count }
            && reading.IsTooLong(node.Start, "further", count, nameof(ExperimentLimits.MostListed)))
            return [];
        var most = reading.Limits.MostFurtherSeeds;
        var seedsLeft = most;
        var models = ImmutableArray.CreateBuilder<FurtherModel>();
        var items = node is YamlValue.Sequence list ? list.Items : [node];
        for (var i = 0; i < items.Count; i++)
        {
            if (seedsLeft < 0)
                break;
            if (items[i] is YamlValue.Mapping mapping)
                models.Add(Model(new(reading, $"further[{i}]", mapping)));
            else
                reading.Error(
                    DiagnosticCodes.WrongForm,
                    items[i].Start,
                    $"further[{i}]",
                    "'further' must be a list of mappings, like [{ representation: structure, target: volume, feature: density, seeds: [7] "
                        + "}].");
        }

        if (seedsLeft < 0)
            reading.Error(
                DiagnosticCodes.TooLarge,
                node.Start,
                "further",
                $"'further' names more than {most} seeds in all; {reading.Limits.HowToRaise(nameof(ExperimentLimits.MostFurtherSeeds))}.");
        return seedsLeft < 0 ? [] : models.ToImmutable();

        PropertyName? Target(YamlSection section)
        {
            var names = section.List("target", property) ?? [];
            if (names.Count > 1)
                section.Error(DiagnosticCodes.WrongForm, "target", "'target' must be one property here; write one entry per coupling.");
            return names.Count == 1 ? names[0].Value : null;
        }

        void Check(YamlSection section, PropertyName target, PropertySet along)
        {
            string[] given = [.. new[] { "feature", "along", "start-from" }.Where(section.Has)];
            if (given.Length > 1)
                section.Error(
                    DiagnosticCodes.Conflict, given[1],
                    $"'{given[0]}' and '{given[1]}' are edges of two kinds: write an entry for each.");
            if (along.Contains(target))
                section.Error(
                    DiagnosticCodes.Conflict, "along", $"'{target}' is the target itself: 'along' names what is learnt along with it.");
        }

        FurtherModel Model(YamlSection section)
        {
            foreach (var (key, example) in new[] { ("representation", "structure"), ("target", "volume"), ("seeds", "[7, 8]") })
                if (!section.Has(key)) section.Missing(key, $"{key}: {example}");
            var representation = section.Choice("representation", Representation.Structure, representations);
            var target = Target(section) ?? default;
            // Properties that are given together stand in one list.
            var features = new PropertySet((section.List("feature", property) ?? []).Select(f => f.Value));
            var along = new PropertySet((section.List("along", property) ?? []).Select(f => f.Value));
            var (start, labels) = Start(section);
            Check(section, target, along);
            if (section.Node("seeds") is YamlValue.Sequence list) seedsLeft -= list.Items.Count;
            if (seedsLeft < 0) return new(representation, target, features, [], "");
            var seeds = section.List<int>("seeds", (string text, Mark mark, string path, out int seed) =>
            {
                var whole = section.WholeOf(text, mark, path, 0, int.MaxValue);
                seed = whole ?? 0;
                return whole is not null;
            });
            var reason = section.Has("reason") ? section.Text("reason") ?? "" : "";
            var round = section.Has("round") ? section.Whole("round", 1, 1, int.MaxValue) : (int?)null;
            section.Finish();
            return new(representation, target, features, [.. (seeds ?? []).Select(s => s.Value)], reason)
            {
                Along = along, Start = start, Labels = labels, Round = round,
            };
        }

        (PropertySet Source, int? Labels) Start(YamlSection section)
        {
            // A list is one joint model.
            var source = new PropertySet((section.List("start-from", property) ?? []).Select(name => name.Value));
            if (section.Has("labels") && !section.Has("start-from"))
                section.Error(
                    DiagnosticCodes.Conflict, "labels",
                    "'labels' says from how many labels models learn that start from a source: add 'start-from', or leave it out.");
            // 'all' is the default, as in training.start-from.
            int? labels = section.Node("labels") is YamlValue.Scalar { Text: LabelsSetting.All } or null
                ? null : section.Whole("labels", LabelsSetting.Fewest, LabelsSetting.Fewest, LabelsSetting.Most);
            return (source, labels);
        }
    }
}
