using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Reads <c>goals</c>: what is wanted of properties.</summary>
internal static class GoalReader
{
    /// <summary>What a list of goals may look like.</summary>
    public const string Example = "goals: [{ property: band-gap, between: [1.1, 1.6] }]";

    private const string Key = "goals";
    private const int MostGoals = 8;

    private static readonly string[] s_wants = ["minimise", "maximise", "near", "between", "above", "below"];

    /// <summary>The goals of a section, in its order.</summary>
    /// <param name="reading">Collects problems.</param>
    /// <param name="section">The section that has the key.</param>
    /// <param name="targets">The properties of which there are predictions.</param>
    public static ImmutableArray<Goal> Read(YamlReading reading, YamlSection section, ImmutableArray<PropertyName> targets)
    {
        if (!section.Has(Key))
        {
            section.Missing(Key, Example);
            return [];
        }

        if (section.Node(Key) is not YamlValue.Sequence { Items: var items } || items.Count == 0
            || items.Any(i => i is not YamlValue.Mapping))
        {
            section.Error(
                DiagnosticCodes.WrongForm, Key, $"'{section.PathOf(Key)}' must be a list of mappings, one per goal, like {Example}.");
            return [];
        }

        if (items.Count > MostGoals)
            section.Error(
                DiagnosticCodes.OutOfRange, Key,
                $"'{section.PathOf(Key)}' has {items.Count} goals; at most {MostGoals} can be weighed against each other. Keep those that "
                    + "matter most.");
        var goals = items.Cast<YamlValue.Mapping>().Take(MostGoals)
            .Select((item, i) => One(new(reading, $"{section.PathOf(Key)}[{i}]", item), targets)).OfType<Goal>().ToList();
        foreach (var (place, goal) in goals.Index())
            if (goals.Take(place).Any(g => g.Property == goal.Property))
                section.Error(
                    DiagnosticCodes.Duplicate, Key,
                    $"'{goal.Property}' has two goals; write what is wanted of it into one, like {{ property: {goal.Property}, minimise: "
                        + "true, below: 1 }.");
        return [.. goals];
    }

    private static Goal? One(YamlSection section, ImmutableArray<PropertyName> targets)
    {
        if (!section.Has("property")) section.Missing("property", $"property: {targets.FirstOrDefault()}");
        var text = section.Text("property");
        var property = targets.Where(t => t.Value == text).Cast<PropertyName?>().FirstOrDefault();
        if (text is not null && property is null)
        {
            var nearest = Suggestion.Nearest(text, targets.Select(t => t.Value));
            section.Error(
                DiagnosticCodes.UnknownChoice, "property",
                $"'{YamlReading.Shown(text)}' is no target of this experiment, so nothing predicts it"
                    + $"{(nearest is null ? "." : $"; did you mean '{nearest}'?")} Targets: {string.Join(", ", targets)}.");
        }

        var (low, high) = BoundsReader.Read(section, "A goal");
        var (aim, aimedAt) = Aim(section);
        double? reference = section.Has("reference") ? Any(section, "reference") : null;
        if (reference is not null && aim == GoalAim.None)
            section.Error(
                DiagnosticCodes.Conflict, "reference",
                $"'{section.PathOf("reference")}' says from where on a value is no better than none, and this goal only has bounds: add "
                    + "'minimise: true', 'maximise: true' or 'near: value', or leave it out.");
        if (!section.HasProblem && aim == GoalAim.None && low is null && high is null)
            section.Error(
                DiagnosticCodes.Conflict, "property",
                $"The goal of '{text}' says nothing of what is wanted: add one of {string.Join(", ", s_wants)}.");
        section.Finish();
        return section.HasProblem || property is not { } name ? null : new(name, aim, low, high)
        {
            AimedAt = aimedAt,
            Reference = reference,
        };
    }

    private static (GoalAim Aim, double AimedAt) Aim(YamlSection section)
    {
        string[] given = [.. s_wants.Take(3).Where(section.Has)];
        if (given.Length > 1)
            section.Error(
                DiagnosticCodes.Conflict, given[1], $"A goal has one of minimise, maximise and near, not {string.Join(" and ", given)}.");
        foreach (var key in given.Where(g => g != "near"))
            if (section.Text(key) is { } text && text != "true")
                section.Error(
                    DiagnosticCodes.WrongForm, key,
                    $"'{section.PathOf(key)}' must be true, not '{YamlReading.Shown(text)}'; leave the key out where it is not wanted.");
        return given.FirstOrDefault() switch
        {
            "minimise" => (GoalAim.Minimise, 0),
            "maximise" => (GoalAim.Maximise, 0),
            "near" => (GoalAim.Near, Any(section, "near")),
            _ => (GoalAim.None, 0),
        };
    }

    private static double Any(YamlSection section, string key) => section.Number(key, 0, -1e30, 1e30);
}
