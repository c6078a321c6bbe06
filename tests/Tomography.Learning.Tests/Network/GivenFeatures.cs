using System.Collections.Immutable;

namespace Tomography.Learning.Tests;

/// <summary>Features made of plain numbers, under a name of their own.</summary>
internal static class GivenFeatures
{
    /// <summary>One feature of so many numbers; none where it has none.</summary>
    public static ImmutableArray<FeaturePart> Parts(int length) => length == 0 ? [] : [new("given", length)];

    /// <summary>One feature with these numbers, row by row.</summary>
    public static FeatureVectors Of(int length, float[] values) => new(Parts(length), values);
}
