using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Checks of <c>training.start-from</c> what only the whole experiment tells.</summary>
internal static class SequenceReader
{
    /// <summary>Reports sources and targets that the experiment has not, and targets that would start from themselves alone.</summary>
    public static void Check(YamlReading reading, Experiment experiment)
    {
        foreach (var variant in experiment.Variants)
        {
            if (variant.Settings.Sequence is not { } sequence) continue;
            var (joint, model) = (variant.Training.Joint, variant.Model);
            if (!sequence.Together.IsEmpty && (joint.Sharing == SharingKind.Soft || joint.SharedOf(model) < model.Convolutions))
                Tell(
                    DiagnosticCodes.Conflict, "together",
                    $"A model that starts takes over all convolutions, and with '{JointSettingTable.Section}' as it is joint models do not "
                        + "share all of them: leave out 'sharing: soft' and 'shared-convolutions'.");
            foreach (var source in sequence.Sources.Except(experiment.Targets))
                Unknown("target", source, "and so it has no model of it to start from");
            foreach (var set in sequence.Together.Except(experiment.Together))
                Tell(
                    DiagnosticCodes.UnknownChoice, "together",
                    $"No model learns {string.Join(" and ", set)} together, and so there is none to start from: add "
                        + $"[{string.Join(", ", set)}] to 'together'.");
            foreach (var target in sequence.To.Except(experiment.Targets))
                Unknown("to", target, "and so it has no model of it that could start from another");
            var known = sequence.Sources.Concat(sequence.To).All(experiment.Targets.Contains)
                && sequence.Together.All(experiment.Together.Contains);
            foreach (var set in known ? sequence.Together : [])
                if (sequence.Pairs(experiment.Targets).Any() && sequence.Pairs(experiment.Targets).All(pair => pair.Source != set))
                    Tell(
                        DiagnosticCodes.Conflict, "together",
                        $"Nothing would start from [{string.Join(", ", set)}], which learns every target that could: leave it out, or name "
                            + $"another target in '{(sequence.To.IsEmpty ? "targets" : $"{SequenceSettingTable.Section}.to")}'.");
            if (known && sequence.AllSources.Any() && !sequence.Pairs(experiment.Targets).Any())
                Tell(
                    DiagnosticCodes.Conflict, !sequence.To.IsEmpty ? "to" : sequence.Sources.IsEmpty ? "together" : "target",
                    $"'{sequence.AllSources.First()[0]}' would start from itself: name another target in "
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
