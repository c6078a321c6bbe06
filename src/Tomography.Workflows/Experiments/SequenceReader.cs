using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Checks of <c>training.start-from</c> what only the whole experiment tells.</summary>
internal static class SequenceReader
{
    /// <summary>Reports sources and targets that the experiment has not, and targets that would start from themselves alone.</summary>
    public static void Check(YamlReading reading, Experiment experiment)
    {
        foreach (var sequence in experiment.Variants.Select(v => v.Settings.Sequence).OfType<SequenceSettings>())
        {
            foreach (var source in sequence.Sources.Except(experiment.Targets))
                Unknown("target", source, "and so it has no model of it to start from");
            foreach (var target in sequence.To.Except(experiment.Targets))
                Unknown("to", target, "and so it has no model of it that could start from another");
            var known = sequence.Sources.Concat(sequence.To).All(experiment.Targets.Contains);
            if (known && !sequence.Sources.IsEmpty && !sequence.Pairs(experiment.Targets).Any())
                Tell(
                    DiagnosticCodes.Conflict, sequence.To.IsEmpty ? "target" : "to",
                    $"'{sequence.Sources[0]}' would start from itself: name another target in "
                        + $"'{(sequence.To.IsEmpty ? "targets" : $"{SequenceSettingTable.Section}.to")}'.");
        }

        void Unknown(string key, PropertyName name, string why) => Tell(
            DiagnosticCodes.UnknownChoice, key,
            $"'{name}' is no target of this experiment, {why}"
                + (Suggestion.Nearest(name.Value, experiment.Targets.Select(t => t.Value)) is { } nearest
                    ? $"; did you mean '{nearest}'?"
                    : ".")
                + $" Targets: {string.Join(", ", experiment.Targets)}.");

        void Tell(string code, string key, string message)
        {
            var path = $"{SequenceSettingTable.Section}.{key}";
            var location = experiment.Locations.Of(path);
            // Of a matrix each variant says the same.
            if (reading.Diagnostics.Any(d => d.Message == message)) return;
            reading.Error(code, new(0, location.Line, location.Column), path, message);
        }
    }
}
