using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>What controls are made for.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Features">Its features over its dataset, in order.</param>
/// <param name="Find">A property of the dataset by name; null where it is not known yet.</param>
internal sealed record ControlledStudy(
    Experiment Experiment, ImmutableArray<PropertySet> Features, Func<PropertyName, Property?> Find)
{
    /// <summary>Whether a feature is known to be one number.</summary>
    public bool IsNumber(PropertySet feature) => feature.Single is { } one && Find(one) is { Kind: PropertyKind.Number };
}
