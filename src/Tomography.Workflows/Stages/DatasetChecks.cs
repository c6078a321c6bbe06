using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>What can be wrong between an experiment and its dataset.</summary>
internal static class DatasetChecks
{
    /// <summary>All problems.</summary>
    public static IEnumerable<Diagnostic> Of(Experiment experiment, PreparedDataset dataset) =>
        Targets(experiment, dataset).Concat(Together(experiment, dataset)).Concat(Further(experiment, dataset))
            .Concat(Sources(experiment, dataset));

    private static IEnumerable<Diagnostic> Targets(Experiment experiment, PreparedDataset dataset)
    {
        for (var i = 0; i < experiment.Targets.Length; i++)
        {
            var (path, column) = ($"targets[{i}]", dataset.Column(experiment.Targets[i])!);
            if (column.Property.Kind != PropertyKind.Number)
                yield return Error(
                    experiment,
                    DiagnosticCodes.TargetNotNumeric,
                    path,
                    $"'{column.Property.Name}' cannot be a target because its values are "
                        + $"{(column.Property.Kind == PropertyKind.Classes ? "classes" : "vectors")}, not numbers; it can be a feature.");
            else if (!column.Varies)
                yield return Error(
                    experiment,
                    DiagnosticCodes.ConstantTarget,
                    path,
                    NothingToLearn(column, dataset));
        }
    }

    private static IEnumerable<Diagnostic> Sources(Experiment experiment, PreparedDataset dataset)
    {
        if (!experiment.Variants.Any(v => v.Settings.BalancesSources)) yield break;
        var (path, name) = ("training.source-weights", StudySettings.SourceName);
        var column = dataset.Column(name)!;
        if (column.Property.Kind != PropertyKind.Classes || !column.Varies)
            yield return Error(
                experiment, DiagnosticCodes.Conflict, path,
                $"'{path}: equal' balances the sources that the property '{name}' names, and "
                    + $"{(column.Varies ? "its values are no words" : "it is the same for all materials")}: leave it out, or let the "
                    + "column hold a word per source.");
    }

    private static IEnumerable<Diagnostic> Together(Experiment experiment, PreparedDataset dataset)
    {
        for (var i = 0; i < experiment.Together.Length; i++)
            foreach (var column in experiment.Together[i].Except(experiment.Targets).Select(name => dataset.Column(name)!))
            {
                if (TogetherReader.Unfit(column.Property) is { } why)
                    yield return Error(experiment, DiagnosticCodes.TargetNotNumeric, $"together[{i}]", why);
                else if (!column.Varies)
                    yield return Error(
                        experiment, DiagnosticCodes.ConstantTarget, $"together[{i}]",
                        NothingToLearn(column, dataset));
            }
    }

    private static string NothingToLearn(PreparedColumn column, PreparedDataset dataset)
    {
        var with = dataset.Summary.Materials - column.Missing;
        return with == 0
            ? $"'{column.Property.Name}' is missing of all {dataset.Summary.Materials} materials: there is nothing to learn."
            : $"'{column.Property.Name}' has the same value for all {with} materials: there is nothing to learn.";
    }

    /// <summary>Models beyond the grid are more seeds for what the grid has.</summary>
    private static IEnumerable<Diagnostic> Further(Experiment experiment, PreparedDataset dataset)
    {
        PropertySet[] features =
        [
            .. experiment.FeaturesOver(dataset),
            .. ControlRows.Of(experiment, dataset),
        ];
        for (var i = 0; i < experiment.Further.Length; i++)
        {
            var further = experiment.Further[i];
            if (!experiment.Representations.Contains(further.Representation))
                yield return Beyond("representation", further.Representation.Name, experiment.Representations.Select(r => r.Name));
            if (!further.Along.IsEmpty)
            {
                if (!experiment.Together.Contains(further.Along.Union(further.Target)))
                    yield return Error(
                        experiment, DiagnosticCodes.UnknownChoice, $"further[{i}].along",
                        $"'{further.Target}' is not learnt together with {string.Join(" and ", further.Along)}: 'together' has no such "
                            + $"set. It has: {string.Join(", ", experiment.Together.Select(set => $"[{string.Join(", ", set)}]"))}.");
                continue;
            }

            if (further.Start is { IsEmpty: false } source)
            {
                if (!experiment.Variants.Any(v =>
                    v.Settings.Sequence?.Has(source, further.Target, further.Labels, experiment.Targets) == true))
                    yield return Error(
                        experiment, DiagnosticCodes.UnknownChoice, $"further[{i}].start-from",
                        $"No model of '{further.Target}' starts from '{string.Join(" and ", source)}' "
                            + $"{(further.Labels is { } labels ? $"with {labels} labels" : "with all labels")}: "
                            + $"'{SequenceSettingTable.Section}' asks for none.");
                continue;
            }

            if (!experiment.Targets.Contains(further.Target))
                yield return Beyond("target", further.Target.Value, experiment.Targets.Select(t => t.Value));
            if (!further.Features.IsEmpty && !features.Contains(further.Features))
                yield return Beyond("feature", further.Features.ToString(), features.Select(f => f.ToString()));

            Diagnostic Beyond(string key, string value, IEnumerable<string> choices) =>
                Error(
                    experiment,
                    DiagnosticCodes.UnknownChoice,
                    $"further[{i}].{key}",
                    $"'{value}' is none of the experiment's "
                        + $"{key}s{(Suggestion.Nearest(value, choices) is { } nearest ? $"; did you mean '{nearest}'?" : ".")} It has: "
                        + $"{string.Join(", ", choices)}.");
        }
    }

    private static Diagnostic Error(Experiment experiment, string code, string key, string message) =>
        new(DiagnosticSeverity.Error, code, experiment.Locations.Of(key), key, message);
}
