using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>Reads <c>published</c>: what somebody else found, for the report to set beside the study.</summary>
internal static class PublishedReader
{
    private const string Key = "published";

    /// <summary>What it may look like.</summary>
    public const string Example = "source: \"A. Author (2025), Table 1\", structure: { band-gap: [density, volume] }";

    /// <summary>The published table; null where the key is absent, or wrong.</summary>
    /// <param name="reading">Collects problems.</param>
    /// <param name="top">The experiment.</param>
    /// <param name="representations">The representations that there are.</param>
    /// <param name="property">Maps the name of a property, or reports why it cannot.</param>
    public static PublishedTable? Read(
        YamlReading reading, YamlSection top, IEnumerable<Representation> representations, YamlSection.TryMap<PropertyName> property)
    {
        if (!top.Has(Key)) return null;
        var section = top.Section(Key, Example);
        if (top.HasSection(Key) && !section.Has("source")) section.Missing("source", "source: \"A. Author (2025), Table 1\"");
        var source = section.Text("source") ?? "";
        var tried = section.List("features", property);
        var rows = ImmutableArray.CreateBuilder<PublishedRow>();
        var known = representations.ToArray();
        foreach (var representation in known) Rows(representation);
        var isStated = known.Any(r => section.Node(r.Name) is not null and not YamlValue.Mapping { Entries.Count: 0 });
        if (top.HasSection(Key) && !isStated && !section.HasProblem && section.HasOnlyKnownKeys)
            top.Error(
                DiagnosticCodes.MissingKey, Key,
                $"'{Key}' lists no target: name what was significant for each, under "
                    + $"{string.Join(" or ", known.Select(r => $"'{r}'"))}, like "
                    + "{ band-gap: [density, volume] }; an empty list says that nothing was.");
        var spreads = section.Has("spread") ? Spreads() : [];
        section.Finish();
        ImmutableArray<PropertyName> features =
            [.. (tried?.Select(t => t.Value) ?? rows.SelectMany(r => r.Significant).Order()).Distinct()];
        return new(source, features, rows.ToImmutable()) { Spreads = spreads };

        void Rows(Representation representation)
        {
            if (!section.Has(representation.Name)) return;
            var targets = section.Section(representation.Name, "band-gap: [density, volume]");
            foreach (var key in targets.Keys)
            {
                if (!property(key, targets.MarkOf(key), targets.PathOf(key), out var target)) continue;
                var significant = targets.List(key, property, mayBeEmpty: true) ?? [];
                foreach (var (name, path) in significant)
                    if (tried?.Any(t => t.Value == name) == false)
                        reading.Error(
                            DiagnosticCodes.Conflict, Mark(path), path,
                            $"'{name}' is significant for '{target}', and does not stand in '{Key}.features', which lists what was tried: "
                                + "add it there.");
                if (rows.Any(r => r.Representation == representation && r.Target == target))
                    targets.Error(DiagnosticCodes.Duplicate, key, $"'{target}' stands twice in '{section.PathOf(representation.Name)}'.");
                else
                    rows.Add(new(representation, target, [.. significant.Select(s => s.Value)]));
            }
        }

        ImmutableArray<PublishedSpread> Spreads()
        {
            var values = section.Section("spread", "band-gap: [1.056, 1.526]");
            var result = ImmutableArray.CreateBuilder<PublishedSpread>();
            foreach (var key in values.Keys)
            {
                if (!property(key, values.MarkOf(key), values.PathOf(key), out var name)) continue;
                if (values.Node(key) is YamlValue.Sequence { Items: [YamlValue.Scalar mean, YamlValue.Scalar deviation] }
                    && YamlReading.Number(mean.Text) is { } centre && YamlReading.Number(deviation.Text) is >= 0 and { } width)
                    result.Add(new(name, centre, width));
                else
                    values.Error(
                        DiagnosticCodes.WrongForm, key,
                        $"'{values.PathOf(key)}' must be a mean and a standard deviation of 0 or more, like [1.056, 1.526].");
            }

            return result.ToImmutable();
        }

        Mark Mark(string path)
        {
            var location = reading.Locations.Of(path);
            return new(0, location.Line, location.Column);
        }
    }
}
