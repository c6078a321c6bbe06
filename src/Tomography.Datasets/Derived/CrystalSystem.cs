using System.Collections.Immutable;

namespace Tomography.Datasets;

/// <summary>The crystal system of a space group.</summary>
internal static class CrystalSystem
{
    // The last number of each system, in the order of the classes of spacegroup-crystal-system (International Tables A).
    private static readonly ImmutableArray<int> s_last = [2, 15, 74, 142, 167, 194, 230];

    /// <summary>The index of its class.</summary>
    /// <param name="number">Number of the space group, 1 to 230.</param>
    public static int Of(int number) => s_last.Count(last => number > last);
}
