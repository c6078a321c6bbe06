using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>Reads <c>sufficient</c>: questions for the smallest sets of properties that suffice, one or a list of them.</summary>
internal static class SufficientReader
{
    private const string Key = "sufficient";

    private static readonly IReadOnlyDictionary<string, bool> s_peers =
        new OrderedDictionary<string, bool>(StringComparer.Ordinal) { ["none"] = false, ["all"] = true };

    /// <summary>The questions, in the order of the file; none where the key is absent.</summary>
    /// <param name="reading">Collects problems.</param>
    /// <param name="top">The experiment.</param>
    /// <param name="property">Maps the name of a property, or reports why it cannot.</param>
    public static ImmutableArray<SufficientSettings> Read(
        YamlReading reading, YamlSection top, YamlSection.TryMap<PropertyName> property)
    {
        if (top.Node(Key) is not { } node) return [];
        var items = node is YamlValue.Sequence list ? list.Items : [node];
        if (reading.IsTooLong(node.Start, Key, items.Count, nameof(ExperimentLimits.MostListed))) return [];
        var questions = ImmutableArray.CreateBuilder<SufficientSettings>();
        for (var i = 0; i < items.Count; i++)
        {
            var path = node is YamlValue.Sequence ? $"{Key}[{i}]" : Key;
            if (items[i] is YamlValue.Mapping mapping) questions.Add(Question(new(reading, path, mapping), property));
            else
                reading.Error(
                    DiagnosticCodes.WrongForm, items[i].Start, path,
                    $"'{path}' must be a mapping like {{ target: band-gap, within: 0.1 }}, or a list of such mappings.");
        }

        return questions.ToImmutable();
    }

    /// <summary>Checks what only the whole experiment tells.</summary>
    public static void Check(YamlReading reading, Experiment experiment)
    {
        foreach (var (place, question) in experiment.Sufficient.Index())
        {
            var path = experiment.Locations.Keys.ContainsKey($"{Key}[{place}].target") ? $"{Key}[{place}]" : Key;
            if (question.Target.Value.Length > 0 && !experiment.Targets.Contains(question.Target))
                Tell(
                    DiagnosticCodes.UnknownChoice, $"{path}.target",
                    $"'{question.Target}' is no target of this experiment"
                        + (Suggestion.Nearest(question.Target.Value, experiment.Targets.Select(t => t.Value)) is { } nearest
                            ? $"; did you mean '{nearest}'?"
                            : ".")
                        + $" Targets: {string.Join(", ", experiment.Targets)}.");
            if (question.From.Contains(question.Target))
                Tell(
                    DiagnosticCodes.Conflict, $"{path}.from",
                    $"'{question.Target}' is the target itself, and tells all: leave it out of '{path}.from'.");
            if (!question.From.IsEmpty && question.AtMost > question.From.Length)
                Tell(
                    DiagnosticCodes.Conflict, $"{path}.at-most",
                    $"'{path}.at-most' is {question.AtMost}, but 'from' names {question.From.Length} properties: no set is larger than "
                        + $"that. Write {question.From.Length} or less.");
            if (experiment.Seeds.Length < question.SearchSeeds + SufficientSettings.FewestTestSeeds)
                Tell(
                    DiagnosticCodes.Conflict, path,
                    $"'{path}' searches on {question.SearchSeeds} seeds and judges on others, at least "
                        + $"{SufficientSettings.FewestTestSeeds}; 'seeds' has {experiment.Seeds.Length}. Name "
                        + $"{question.SearchSeeds + SufficientSettings.FewestTestSeeds} seeds or more"
                        + (question.SearchSeeds > 1 ? $", or lower '{path}.search-seeds'." : "."));
            if (experiment.Sufficient.Take(place).Any(other => other.Target == question.Target))
                Tell(
                    DiagnosticCodes.Duplicate, $"{path}.target",
                    $"'{question.Target}' is asked about twice in '{Key}'; once is enough: put all properties into one 'from'.");
        }

        void Tell(string code, string path, string message)
        {
            var location = experiment.Locations.Of(path);
            reading.Error(code, new(0, location.Line, location.Column), path, message);
        }
    }

    private static SufficientSettings Question(YamlSection section, YamlSection.TryMap<PropertyName> property)
    {
        if (!section.Has("target")) section.Missing("target", "target: band-gap");
        var targets = section.List("target", property) ?? [];
        if (targets.Count > 1)
            section.Error(
                DiagnosticCodes.WrongForm, "target", $"'{section.PathOf("target")}' must be one property; write one entry per target.");
        var from = section.List("from", property) ?? [];
        var question = new SufficientSettings(
            targets.Count == 1 ? targets[0].Value : default, [.. from.Select(f => f.Value)],
            section.Number("within", SufficientSettings.DefaultWithin, 0.01, 0.9),
            section.Whole("at-most", Math.Min(SufficientSettings.DefaultAtMost, from.Count == 0 ? int.MaxValue : from.Count), 1, 20))
        {
            SearchSeeds = section.Whole("search-seeds", SufficientSettings.DefaultSearchSeeds, 1, 100),
            MostSets = section.Whole("most-sets", SufficientSettings.DefaultMostSets, 3, 10_000),
            HasPeers = section.Choice("peers", false, s_peers),
        };
        section.Finish();
        return question;
    }
}
