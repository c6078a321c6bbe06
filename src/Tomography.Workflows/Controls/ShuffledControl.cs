using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Learning;

namespace Tomography.Workflows;

/// <summary>
/// Values of the dataset, dealt out to materials at random: one number for all features that are numbers, and a copy of each other feature
/// and of each set, because a model that is wider by more numbers does otherwise than one that is wider by one.
/// </summary>
internal sealed class ShuffledControl : ControlKind
{
    public override string Name => ControlFeatures.Shuffled.Value;

    public override string Meaning =>
        "the values of the first numeric feature, dealt out at random, and such a copy of each feature of classes, vector and set";

    /// <summary>The property whose values <c>shuffled</c> deals out: the first numeric feature, else the first target.</summary>
    public static PropertyName Source(Experiment experiment) =>
        (experiment.Features ?? []).SelectMany(f => f.Single is { } one ? [one] : Array.Empty<PropertyName>())
            .Where(f => experiment.Properties.Find(f.Value) is null or { Kind: PropertyKind.Number }).Append(experiment.Targets[0]).First();

    internal override bool Reserves(PropertyName name) => ControlFeatures.IsShuffled(name);

    internal override IEnumerable<PropertySet> Rows(ControlledStudy study) =>
    [
        ControlFeatures.Shuffled,
        .. Copied(study).Select(ControlFeatures.ShuffledOf).OfType<PropertySet>(),
    ];

    internal override IEnumerable<PropertyColumn> Columns(Dataset dataset, ControlledStudy study) =>
    [
        Dealt(dataset.Column(Source(study.Experiment))!, ControlFeatures.Shuffled),
        .. from name in Copied(study).SelectMany(f => f).Distinct()
           let control = ControlFeatures.ShuffledOf(name)
           where control is not null
           select Dealt(dataset.Column(name)!, control.Value),
    ];

    private static IEnumerable<PropertySet> Copied(ControlledStudy study) => study.Features.Where(f => !study.IsNumber(f));

    private static PropertyColumn Dealt(PropertyColumn source, PropertyName name)
    {
        // Who lacks the value goes on without one, so that the control stands on the same materials.
        var owners = Enumerable.Range(0, source.Values.Length).Where(source.Has).ToArray();
        var dealt = owners.ToArray();
        new Generator(0, GeneratorPurpose.Control, name.Value).Shuffle(dealt);
        var places = Enumerable.Range(0, source.Values.Length).ToArray();
        for (var i = 0; i < owners.Length; i++) places[owners[i]] = dealt[i];
        return source.Take(places) with
        {
            Property = source.Property with
            {
                Name = name,
                Aliases = [],
                Description = $"Control: the values of {source.Property.Name}, dealt out at random.",
            },
        };
    }
}
