using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using YamlDotNet.Core;

namespace Tomography.Workflows;

/// <summary>Reads <c>candidates</c>: among which crystals to choose, and what is wanted of them.</summary>
internal static class CandidatesReader
{
    /// <summary>The key.</summary>
    public const string Key = "candidates";

    private static readonly OrderedDictionary<string, StoppedBy> s_gates =
        new(
            Enum.GetValues<StoppedBy>().Where(g => g != StoppedBy.None).Select(g => KeyValuePair.Create(g.Word(), g)),
            StringComparer.Ordinal);

    private const string DatasetExample = "dataset: { folder: candidates }";

    /// <summary>Reads it; null where the key is absent.</summary>
    /// <param name="reading">Collects problems.</param>
    /// <param name="top">The experiment.</param>
    /// <param name="targets">Its targets: only of them there are predictions.</param>
    /// <param name="representations">Its representations.</param>
    /// <param name="crystals">Reads the section <c>dataset</c>.</param>
    public static CandidateSettings? Read(
        YamlReading reading, YamlSection top, ImmutableArray<PropertyName> targets, ImmutableArray<Representation> representations,
        Func<YamlSection, PredictSettings> crystals)
    {
        if (!top.Has(Key)) return null;
        var section = top.Section(Key, $"{DatasetExample}, {GoalReader.Example}");
        if (top.HasSection(Key) && !section.Has("dataset")) section.Missing("dataset", DatasetExample);
        var settings = new CandidateSettings(
            crystals(section),
            GoalReader.Read(reading, section, targets),
            section.Choice("representation", representations[0], Names(representations)),
            new(
                section.Whole("batch", BatchSettings.UsualSize, 1, 100_000),
                section.Number("diversity", BatchSettings.UsualDiversity, 0, 100))
            {
                Gates = Gates(section),
            });
        section.Finish();
        return settings;
    }

    private static StoppedBy Gates(YamlSection section)
    {
        var listed = section.List<StoppedBy>(
            "gates", (string text, Mark mark, string path, out StoppedBy value) => section.ChoiceOf(text, mark, path, s_gates, out value),
            mayBeEmpty: true);
        return listed?.Aggregate(StoppedBy.None, (all, gate) => all | gate.Value) ?? BatchSettings.UsualGates;
    }

    private static OrderedDictionary<string, Representation> Names(ImmutableArray<Representation> representations) =>
        new(representations.Distinct().Select(r => KeyValuePair.Create(r.Name, r)), StringComparer.Ordinal);
}
