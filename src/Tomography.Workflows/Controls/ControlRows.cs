using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>The controls of an experiment: rows of its tables, and columns of its dataset.</summary>
internal static class ControlRows
{
    /// <summary>The rows that the controls of an experiment add over its dataset, in order.</summary>
    public static ImmutableArray<PropertySet> Of(Experiment experiment, PreparedDataset dataset) =>
        Of(new ControlledStudy(experiment, experiment.FeaturesOver(dataset), name => dataset.Column(name)?.Property));

    /// <summary>As many rows as the controls may add where the dataset is not known, at least.</summary>
    public static int Most(Experiment experiment) =>
        Of(new ControlledStudy(
            experiment,
            experiment.Features ?? [.. experiment.Properties.All.Select(p => (PropertySet)p.Name)],
            name => experiment.Properties.Find(name.Value))).Length;

    /// <summary>What a model is given in place of a row: the target, where the row is the positive control.</summary>
    public static PropertySet Given(PropertySet row, PropertyName target, IReadOnlyCollection<PropertyName> controls) =>
        row == ControlFeatures.Self && controls.Contains(ControlFeatures.Self) ? target : row;

    /// <summary>Whether the name of a property is one that the controls of an experiment have.</summary>
    public static bool IsReserved(Experiment experiment, PropertyName name) => experiment.Controls.Any(c => c.Reserves(name));

    /// <summary>All that the controls of an experiment depend on, where it has some; else empty.</summary>
    public static string KeyOf(Experiment experiment) =>
        experiment.Controls.IsEmpty
            ? ""
            : $"|{string.Join(',', experiment.Controls)} of {ShuffledControl.Source(experiment)} for "
                + string.Join(',', experiment.Features ?? []);

    /// <summary>The dataset with the controls that an experiment asks for.</summary>
    /// <exception cref="DiagnosticException">The dataset has a property of a control's name itself.</exception>
    public static Dataset AddTo(Dataset dataset, Experiment experiment)
    {
        var clash = dataset.Columns.Select(c => c.Property.Name).Where(name => IsReserved(experiment, name)).ToArray();
        if (clash.Length > 0)
            throw new DiagnosticException([
                .. clash.Select(name => new Diagnostic(
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.Conflict,
                    experiment.Locations.Of("controls"),
                    "controls",
                    $"The dataset has a property '{name}' itself, so the control of that name cannot be added. Rename the column, or "
                        + $"leave the control out.")),
            ]);
        ImmutableArray<PropertySet> features = experiment.Features
            ?? [.. experiment.Properties.All.Select(p => p.Name).Where(n => dataset.Column(n) is not null).Select(n => (PropertySet)n)];
        var study = new ControlledStudy(experiment, features, name => dataset.Column(name)?.Property);
        return dataset with { Columns = [.. dataset.Columns, .. experiment.Controls.SelectMany(c => c.Columns(dataset, study))] };
    }

    private static ImmutableArray<PropertySet> Of(ControlledStudy study) =>
        [.. study.Experiment.Controls.SelectMany(c => c.Rows(study)).Distinct()];
}
