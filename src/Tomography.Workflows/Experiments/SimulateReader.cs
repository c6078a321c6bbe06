using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>Reads <c>simulate</c>: a closed loop on the dataset of the experiment.</summary>
internal static class SimulateReader
{
    /// <summary>The key.</summary>
    public const string Key = "simulate";

    private static readonly OrderedDictionary<string, LoopPolicy> s_policies =
        new(LoopPolicy.All.Select(p => KeyValuePair.Create(p.Name, p)), StringComparer.Ordinal);

    /// <summary>Reads it; null where the key is absent.</summary>
    /// <param name="reading">Collects problems.</param>
    /// <param name="top">The experiment.</param>
    /// <param name="targets">Its targets: only of them there are predictions.</param>
    /// <param name="representations">Its representations.</param>
    /// <param name="damping">Share of the new weight in a damped update of the lattice.</param>
    /// <param name="property">Maps the name of a property, or reports why it cannot.</param>
    public static SimulateSettings? Read(
        YamlReading reading, YamlSection top, ImmutableArray<PropertyName> targets, ImmutableArray<Representation> representations,
        double damping, YamlSection.TryMap<PropertyName> property)
    {
        if (!top.Has(Key)) return null;
        var section = top.Section(Key, GoalReader.Example);
        var goals = GoalReader.Read(reading, section, targets);
        if (!goals.IsEmpty && !goals.Any(g => g.IsObjective))
            section.Error(
                DiagnosticCodes.Conflict, "goals",
                "Goals of a loop need something to get better at: add 'minimise: true', 'maximise: true' or 'near: value' to one of them.");
        var policies = section.List<LoopPolicy>(
            "policies", (string text, Mark mark, string path, out LoopPolicy value) =>
                section.ChoiceOf(text, mark, path, s_policies, out value));
        var features = section.List("features", property, mayBeEmpty: true);
        var representation = section.Choice(
            "representation", representations[0],
            new OrderedDictionary<string, Representation>(
                representations.Distinct().Select(r => KeyValuePair.Create(r.Name, r)), StringComparer.Ordinal));
        var settings = new LoopSettings(
            goals,
            policies is { Count: > 0 } ? [.. policies.Select(p => p.Value)] : LoopPolicy.All,
            section.Whole("start", LoopSettings.UsualStart, 10, 100_000),
            section.Whole("batch", LoopSettings.UsualBatch, 1, 100_000),
            section.Whole("rounds", LoopSettings.UsualRounds, 1, 1000),
            section.Whole("repeats", LoopSettings.UsualRepeats, 2, 100),
            section.Whole("models", LoopSettings.UsualModels, 2, 100))
        {
            Damping = damping,
        };
        section.Finish();
        return new(settings, representation, features is null ? null : [.. features.Select(f => f.Value)]);
    }
}
