using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Reads <c>groups</c>: under which budget it is asked which targets should be learned together.</summary>
internal static class GroupsReader
{
    private const string Key = "groups";

    /// <summary>What is asked for; null where the key is absent.</summary>
    /// <param name="reading">Collects problems.</param>
    /// <param name="top">The experiment.</param>
    /// <param name="together">The sets that it learns together.</param>
    /// <param name="property">Maps the name of a property, or reports why it cannot.</param>
    public static GroupSettings? Read(
        YamlReading reading, YamlSection top, ImmutableArray<PropertySet> together, YamlSection.TryMap<PropertyName> property)
    {
        if (!top.Has(Key)) return null;
        var section = top.Section(Key, "budget: 3");
        if (!section.Has("budget")) section.Missing("budget", "budget: 3");
        var budget = section.Whole("budget", 1, 1, GroupSettings.MostTargets);
        var chosen = FeatureReader.Read(reading, section, "chosen", property) ?? [];
        section.Finish();
        var pairs = together.Where(set => set.Count == 2).ToHashSet();
        PropertyName[] names = [.. pairs.SelectMany(pair => pair).Distinct().Order()];
        var missing = names.SelectMany((one, i) => names.Skip(i + 1).Select(other => new PropertySet([one, other])))
            .Where(pair => !pairs.Contains(pair)).Cast<PropertySet?>().FirstOrDefault();
        if (section.HasProblem) return new(budget, []);
        if (names.Length < 3)
            top.Error(
                DiagnosticCodes.Conflict, Key,
                $"'{Key}' predicts what larger groups do from pairs, and the experiment learns none of three targets or more: write "
                    + "'together: pairs'.");
        else if (missing is { } pair)
            top.Error(
                DiagnosticCodes.Conflict, Key,
                $"'{Key}' takes every pair, and '{pair[0]}' and '{pair[1]}' are not learnt together: add [{string.Join(", ", pair)}] to "
                    + "'together', or write 'together: pairs'.");
        else if (names.Length > GroupSettings.MostTargets)
            top.Error(
                DiagnosticCodes.TooLarge, Key,
                $"'{Key}' looks at all groups of at most {GroupSettings.MostTargets} targets; these are {names.Length}.");
        else if (chosen.SelectMany(set => set).Except(names).Cast<PropertyName?>().FirstOrDefault() is { } unknown)
            section.Error(
                DiagnosticCodes.UnknownChoice, "chosen",
                $"'{unknown}' is in no pair that is learnt together. '{Key}' is about: {string.Join(", ", names)}.");
        return new(budget, [.. chosen.Where(set => set.Count > 1)]);
    }
}
