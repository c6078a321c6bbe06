using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>What a history keeps of a lattice: a form of its own, so that files do not change with the types of the analysis.</summary>
/// <param name="Representation">The representation.</param>
/// <param name="Nodes">Its properties.</param>
/// <param name="Targets">Those that are targets.</param>
/// <param name="Edges">Its measured edges.</param>
/// <param name="Unmeasured">Pairs without a result.</param>
internal sealed record KeptLattice(
    Representation Representation,
    ImmutableArray<PropertyName> Nodes,
    ImmutableArray<PropertyName> Targets,
    ImmutableArray<KeptEdge> Edges,
    ImmutableArray<PropertyPair> Unmeasured)
{
    /// <summary>What is kept of a lattice.</summary>
    public static KeptLattice Of(EntanglementLattice lattice) =>
        new(lattice.Representation, lattice.Nodes, lattice.Targets, [.. lattice.Edges.Select(KeptEdge.Of)], lattice.Unmeasured);

    /// <summary>The lattice that was kept; what controls reached is not.</summary>
    public EntanglementLattice Lattice() =>
        new(Representation, Nodes, Targets, [.. Edges.Select(edge => edge.Edge(Representation))], Unmeasured, []);
}
