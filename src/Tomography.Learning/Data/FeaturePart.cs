using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Learning;

/// <summary>One property among the features of a model: what it is called, and how many of the numbers are its own.</summary>
/// <param name="Name">The property's name, by which the initial weights of its numbers are drawn.</param>
/// <param name="Length">Numbers per crystal: 1, or one per class or component.</param>
public readonly record struct FeaturePart(string Name, int Length)
{
    /// <summary>What a property adds to a crystal's vector.</summary>
    public static FeaturePart Of(Property property) => new(property.Name.Value, property.FeatureLength);
}
