using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>All prototypes of the phantom.</summary>
internal static class PrototypeCatalog
{
    /// <summary>Every prototype, in a fixed order that seeds depend on.</summary>
    public static ImmutableArray<Prototype> All { get; } =
        [.. BinaryPrototypes.All, .. TernaryPrototypes.All, .. PerovskitePrototypes.All, .. MolecularPrototypes.All];
}
