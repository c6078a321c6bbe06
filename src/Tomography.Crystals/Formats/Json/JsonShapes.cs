using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>The ways in which JSON objects describe crystals.</summary>
internal static class JsonShapes
{
    /// <summary>All of them; where an object has several, the first counts.</summary>
    public static ImmutableArray<JsonShape> All { get; } =
        [new PymatgenShape(), new JarvisShape(), new OptimadeShape(), new CifTextShape()];
}
