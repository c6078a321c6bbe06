using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Reads <c>together</c>: the targets that models learn together.</summary>
internal static class TogetherReader
{
    private const string Key = "together";

    /// <summary>The sets of targets, in the order of the file; none where the key is absent.</summary>
    /// <param name="reading">Collects problems.</param>
    /// <param name="top">The experiment.</param>
    /// <param name="targets">Its targets, which <c>pairs</c> and <c>all</c> mean.</param>
    /// <param name="property">Maps the name of a property, or reports why it cannot.</param>
    public static ImmutableArray<PropertySet> Read(
        YamlReading reading, YamlSection top, ImmutableArray<PropertyName> targets, YamlSection.TryMap<PropertyName> property)
    {
        if (top.Node(Key) is not { } node) return [];
        if (node is YamlValue.Scalar { Text: "pairs" or "all" } word)
        {
            if (targets.Length >= 2) return word.Text == "all" ? [new(targets)] : Pairs(targets);
            top.Error(DiagnosticCodes.Conflict, Key, $"'{Key}: {word.Text}' needs at least two targets; 'targets' names {targets.Length}.");
            return [];
        }

        if (node is not YamlValue.Sequence { Items.Count: > 0 } list || list.Items.Any(i => i is not YamlValue.Sequence))
        {
            top.Error(
                DiagnosticCodes.WrongForm, Key,
                $"'{Key}' must be 'pairs', 'all', or a list of lists of targets, like [[band-gap, density], [band-gap, volume]].");
            return [];
        }

        foreach (var item in list.Items.Cast<YamlValue.Sequence>())
            if (item.Items is [YamlValue.Scalar one])
                reading.Error(
                    DiagnosticCodes.WrongForm, item.Start, Key,
                    $"'{YamlReading.Shown(one.Text)}' stands alone in a list of '{Key}': models that learn together have at least two "
                        + $"targets. "
                        + "What a model learns alone stands in 'targets'.");
        return [.. (FeatureReader.Read(reading, top, Key, property) ?? []).Where(s => s.Count >= 2)];
    }

    /// <summary>Checks what only the whole experiment tells.</summary>
    public static void Check(YamlReading reading, YamlSection top, Experiment experiment)
    {
        if (experiment.Together.IsEmpty)
        {
            if (top.Has(Key) || !experiment.Locations.Keys.ContainsKey(JointSettingTable.Section)) return;
            Tell(
                DiagnosticCodes.Conflict, JointSettingTable.Section,
                $"'{JointSettingTable.Section}' says how models of several targets learn them, and the experiment has none: add a line "
                    + $"like "
                    + $"'{Key}: [[band-gap, density]]', or leave it out.");
            return;
        }

        if (experiment.Variants.Any(v => v.Training.Loss == LossKind.Gaussian))
            Tell(
                DiagnosticCodes.Conflict, "training.loss",
                $"'training.loss: gaussian' is for models of one number, and '{Key}' has models of several targets, which would not be "
                    + "comparable: write 'squared', or leave one of the two out.");
        foreach (var (set, place) in experiment.Together.Select((s, i) => (s, i)))
            foreach (var name in set)
                if (experiment.Properties.Find(name.Value) is { } property && Unfit(property) is { } why)
                    Tell(DiagnosticCodes.TargetNotNumeric, $"{Key}[{place}]", why);
        var learnt = experiment.Together.SelectMany(t => t).ToHashSet();
        foreach (var weight in experiment.Variants.SelectMany(v => v.Training.Joint.LossWeights.Given).DistinctBy(w => w.Target))
            if (!learnt.Contains(weight.Target))
                Tell(
                    DiagnosticCodes.UnknownChoice, $"{JointSettingTable.Section}.loss-weights.{weight.Target}",
                    $"'{weight.Target}' has a weight, but no model learns it together with others"
                        + (Suggestion.Nearest(weight.Target.Value, learnt.Select(l => l.Value)) is { } nearest
                            ? $"; did you mean '{nearest}'?"
                            : ".")
                        + $" '{Key}' names: {string.Join(", ", learnt.Order())}.");

        void Tell(string code, string path, string message)
        {
            var location = experiment.Locations.Of(path);
            reading.Error(code, new(0, location.Line, location.Column), path, message);
        }
    }

    /// <summary>Why a property cannot be learnt together with others; null where it can.</summary>
    public static string? Unfit(Property property) => property.Kind switch
    {
        PropertyKind.Number => null,
        PropertyKind.Classes when property.Classes.Length == 2 => null,
        PropertyKind.Classes =>
            $"'{property.Name}' has {property.Classes.Length} classes; models learn numbers and properties of two classes.",
        _ => $"'{property.Name}' is a vector; models learn numbers and properties of two classes.",
    };

    private static ImmutableArray<PropertySet> Pairs(ImmutableArray<PropertyName> targets) =>
    [
        .. targets.SelectMany((one, i) => targets.Skip(i + 1).Select(other => new PropertySet([one, other]))),
    ];
}
