using System.Collections.Immutable;
using System.Globalization;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>
/// Targets of noise, which tell what learning together does by itself: a model that learns a target beside noise is as large, and sees as
/// many materials, as one that learns it beside a property. A noise task has the gaps of the target whose place it takes.
/// </summary>
internal static class NoiseTasks
{
    private const string Prefix = "noise-task";

    /// <summary>Whether a name is one that noise tasks have.</summary>
    public static bool IsName(PropertyName name) =>
        name.Value == Prefix || name.Value.StartsWith($"{Prefix}-", StringComparison.Ordinal);

    /// <summary>Whether a model learns nothing but noise: one that others start from, to control what starting does.</summary>
    public static bool AreAll(PropertySet targets) => targets.All(IsName);

    /// <summary>What a target is learnt beside in place of the others of a set.</summary>
    /// <param name="target">The target, one of the set.</param>
    /// <param name="together">The set.</param>
    /// <param name="gapsOf">Tells which materials lack a property: empty for none, and else a hash of which.</param>
    public static PropertySet InPlaceOfOthers(PropertyName target, PropertySet together, Func<PropertyName, string> gapsOf) =>
        new(Numbered(target, together, gapsOf).Select(p => NameOf(p.Number, gapsOf(p.Partner))));

    /// <summary>
    /// The noise in whose place a model starts where it is not to start from a source: as many targets, with the gaps of those of the
    /// source.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="gapsOf">As for <see cref="InPlaceOfOthers"/>.</param>
    public static PropertySet InPlaceOf(PropertySet source, Func<PropertyName, string> gapsOf) =>
        new(Numbered(source, gapsOf).Select(p => NameOf(p.Number, gapsOf(p.Partner))));

    /// <summary>All that the noise tasks of an experiment depend on, where it has some; else empty.</summary>
    public static string KeyOf(Experiment experiment)
    {
        var together = experiment.Together.IsEmpty ? "" : $"|noise tasks for {string.Join(',', experiment.Together)}";
        var sources = string.Join(',', SourcesOf(experiment));
        return sources.Length == 0 ? together : $"{together}|noise starts for {sources}";
    }

    /// <summary>The dataset with the noise tasks that an experiment needs.</summary>
    /// <exception cref="DiagnosticException">The dataset has a property of such a name itself.</exception>
    public static Dataset AddTo(Dataset dataset, Experiment experiment)
    {
        PropertySet[] sources = [.. SourcesOf(experiment)];
        if (experiment.Together.IsEmpty && sources.Length == 0) return dataset;
        var asked = experiment.Together.IsEmpty ? SequenceSettingTable.Section : "together";
        if (dataset.Columns.Where(c => IsName(c.Property.Name)).Select(c => (PropertyName?)c.Property.Name).FirstOrDefault() is { } clash)
            throw new DiagnosticException([
                new(
                    DiagnosticSeverity.Error, DiagnosticCodes.Conflict, experiment.Locations.Of(asked), asked,
                    $"The dataset has a property '{clash}' itself, and '{asked}' adds targets of noise with such names: rename "
                        + "the column."),
            ]);
        var columns = new Dictionary<PropertyName, PropertyColumn>();
        foreach (var set in experiment.Together)
            foreach (var target in set)
                foreach (var (partner, number) in Numbered(target, set, GapsOf))
                {
                    var name = NameOf(number, GapsOf(partner));
                    columns.TryAdd(name, Noise(number, name, dataset.Column(partner)!));
                }

        foreach (var source in sources)
            foreach (var (part, number) in Numbered(source, GapsOf))
            {
                var name = NameOf(number, GapsOf(part));
                columns.TryAdd(name, Noise(number, name, dataset.Column(part)!));
            }

        return dataset with { Columns = [.. dataset.Columns, .. columns.OrderBy(c => c.Key).Select(c => c.Value)] };

        string GapsOf(PropertyName name) => DatasetHash.OfGaps(dataset.Column(name)!);
    }

    private static IEnumerable<PropertySet> SourcesOf(Experiment experiment) => experiment.Variants
        .SelectMany(v => v.Settings.Sequence?.AllSources ?? []).Distinct().OrderBy(set => set.ToString(), StringComparer.Ordinal);

    // No two noise tasks of a model are the same noise. Those without gaps come first, so that most models share them.
    private static IEnumerable<(PropertyName Partner, int Number)> Numbered(
        PropertyName target, PropertySet together, Func<PropertyName, string> gapsOf) =>
        Numbered(new(together.Where(t => t != target)), gapsOf);

    private static IEnumerable<(PropertyName Partner, int Number)> Numbered(PropertySet set, Func<PropertyName, string> gapsOf) =>
        set.OrderBy(gapsOf, StringComparer.Ordinal).Select((partner, place) => (partner, place + 1));

    private static PropertyName NameOf(int number, string gaps) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{number}{(gaps.Length == 0 ? "" : $"-{gaps[..8]}")}"));

    // The same noise with whatever gaps: a partner with fewer labels is not another noise.
    private static PropertyColumn Noise(int number, PropertyName name, PropertyColumn like)
    {
        var random = new Generator(0, GeneratorPurpose.Control, string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{number}"));
        double[] values = [.. like.Values.Select(_ => NoiseControl.Normal(random))];
        return new(
            new(name, "", PropertyKind.Number, [], [], "Control of joint models: normally distributed noise."),
            [.. values.Select((v, i) => like.Has(i) ? v : double.NaN)]);
    }
}
