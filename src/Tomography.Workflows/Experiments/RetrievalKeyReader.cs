using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Reads <c>retrieval</c>: how far measured properties single out a material.</summary>
internal static class RetrievalKeyReader
{
    private const string Key = "retrieval";

    /// <summary>The settings; null where the key is absent.</summary>
    /// <param name="top">The experiment.</param>
    /// <param name="property">Maps the name of a property, or reports why it cannot.</param>
    public static RetrievalSettings? Read(YamlSection top, YamlSection.TryMap<PropertyName> property)
    {
        if (!top.Has(Key)) return null;
        var section = top.Section(Key, "noise: 0.05");
        var settings = new RetrievalSettings
        {
            Properties = [.. (section.List("properties", property) ?? []).Select(p => p.Value)],
            Noise = section.Number("noise", new RetrievalSettings().Noise, 0.0001, 1),
        };
        section.Finish();
        return settings;
    }

    /// <summary>Checks what only the whole experiment tells.</summary>
    public static void Check(YamlReading reading, Experiment experiment)
    {
        if (experiment.Retrieval is not { } settings) return;
        foreach (var (place, name) in settings.Properties.Index())
            if (!experiment.Targets.Contains(name))
                Tell(
                    DiagnosticCodes.UnknownChoice, $"{Key}.properties[{place}]",
                    $"'{name}' is no target of this experiment, so that no model predicts it of candidates. Targets: "
                        + $"{string.Join(", ", experiment.Targets)}.");
        var count = settings.Properties.IsEmpty ? experiment.Targets.Length : settings.Properties.Length;
        if (count < 2)
            Tell(
                DiagnosticCodes.Conflict, Key,
                $"'{Key}' asks what one property more tells, which needs two at least: name more "
                    + $"{(settings.Properties.IsEmpty ? "'targets'" : $"'{Key}.properties'")}.");

        void Tell(string code, string path, string message)
        {
            var location = experiment.Locations.Of(path);
            reading.Error(code, new(0, location.Line, location.Column), path, message);
        }
    }
}
