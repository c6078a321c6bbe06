using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>How a representation makes a graph of a crystal. A further representation is one more of these in a list.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Meaning">What a model sees in it, in one phrase.</param>
/// <param name="Build">The graph of an ordered crystal, folded (see <see cref="GraphFolding"/>).</param>
public sealed record GraphBuilder(Representation Representation, string Meaning, Func<Crystal, GraphSettings, CrystalGraph> Build)
{
    /// <summary>Whether it sees more of a crystal than which elements it is of.</summary>
    public bool NeedsGeometry { get; init; } = true;

    /// <summary>The two representations of [T], structure first.</summary>
    public static ImmutableArray<GraphBuilder> Shipped { get; } =
    [
        new(
            Representation.Structure, "the crystal graph",
            (crystal, settings) => GraphFolding.Fold(StructureGraph.Build(crystal, settings))),
        new(
            Representation.Composition, "the formula without geometry",
            (crystal, _) => CompositionGraph.BuildFolded(crystal))
        {
            NeedsGeometry = false,
        },
    ];
}
