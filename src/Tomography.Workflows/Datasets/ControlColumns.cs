using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>Makes the control features of an experiment: columns of the dataset that know nothing of its materials.</summary>
internal static class ControlColumns
{
    /// <summary>The name of a control as a feature.</summary>
    public static PropertyName NameOf(ControlKind kind) => new(kind.ToString().ToLowerInvariant());

    /// <summary>Whether a property has the name of a control.</summary>
    public static bool IsControl(PropertyName name) => Enum.GetValues<ControlKind>().Any(kind => NameOf(kind) == name);

    /// <summary>
    /// The property whose values <see cref="ControlKind.Shuffled"/> deals out: the first numeric feature, else the first target.
    /// </summary>
    public static PropertyName Shuffled(Experiment experiment) =>
        (experiment.Features ?? []).SelectMany(f => f.Single is { } one ? [one] : Array.Empty<PropertyName>())
            .Where(f => experiment.Properties.Find(f.Value) is null or { Kind: PropertyKind.Number }).Append(experiment.Targets[0]).First();

    /// <summary>The dataset with the controls that the experiment asks for.</summary>
    /// <exception cref="DiagnosticException">The dataset has a property of that name itself.</exception>
    public static Dataset AddTo(Dataset dataset, Experiment experiment)
    {
        var clash = experiment.Controls.Where(c => dataset.Column(NameOf(c)) is not null).ToArray();
        if (clash.Length > 0)
            throw new DiagnosticException([
                .. clash.Select(c => new Diagnostic(
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.Conflict,
                    experiment.Locations.Of("controls"),
                    "controls",
                    $"The dataset has a property '{NameOf(c)}' itself, so the control of that name cannot be added. Rename the column, or "
                        + $"leave the control out.")),
            ]);
        return dataset with { Columns = [.. dataset.Columns, .. experiment.Controls.Select(c => Column(c, dataset, experiment))] };
    }

    private static PropertyColumn Column(ControlKind kind, Dataset dataset, Experiment experiment)
    {
        var random = new Generator(0, GeneratorPurpose.Control, NameOf(kind).Value);
        var count = dataset.Materials.Length;
        if (kind == ControlKind.Noise)
            return new(
                new(NameOf(kind), "", PropertyKind.Number, [], [], "Control: normally distributed noise."),
                [.. Enumerable.Range(0, count).Select(_ => Normal(random))]);
        var source = dataset.Column(Shuffled(experiment))!;
        // Who lacks the value goes on without one, so that the control stands on the same materials.
        var owners = Enumerable.Range(0, count).Where(source.Has).ToArray();
        var order = owners.ToArray();
        random.Shuffle(order);
        var values = source.Values.ToArray();
        for (var i = 0; i < owners.Length; i++) values[owners[i]] = source.Values[order[i]];
        return new(
            source.Property with
            {
                Name = NameOf(kind),
                Aliases = [],
                Description = $"Control: the values of {source.Property.Name}, dealt out at random.",
            },
            [.. values]);
    }

    /// <summary>
    /// The sum of twelve uniform numbers, less six: normal enough for a control, and equal on every machine, which a logarithm is not.
    /// </summary>
    private static double Normal(Generator random)
    {
        double sum = -6;
        for (var i = 0; i < 12; i++) sum += random.NextUnit();
        return sum;
    }
}
