using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Which materials models use: properties that the same materials lack count as one.</summary>
/// <param name="dataset">The dataset.</param>
internal sealed class MaterialGroups(PreparedDataset dataset)
{
    private readonly Dictionary<string, PropertyName> _first = dataset.Columns.Where(c => c.Missing > 0)
        .GroupBy(c => c.GapsHash, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(c => c.Property.Name).Min(WithoutControls), StringComparer.Ordinal);

    // A shuffled property has the gaps of the property, which says more.
    private static readonly Comparer<PropertyName> WithoutControls = Comparer<PropertyName>.Create(
        (left, right) => (ControlFeatures.IsName(left), left).CompareTo((ControlFeatures.IsName(right), right)));

    /// <summary>
    /// The properties that a material must have for a model of some properties; none where all materials have all of them.
    /// </summary>
    public PropertySet Of(PropertySet properties) =>
        _first.Count == 0 ? PropertySet.None
        : new(properties.Select(p => dataset.Column(p)!.GapsHash).Where(h => h.Length > 0).Select(h => _first[h]));
}
