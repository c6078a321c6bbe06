using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The Property Entanglement Lattice of [P]: properties as nodes, and edges that say how strongly one informs another.</summary>
/// <param name="Representation">What the models saw of each crystal; one lattice for each: verdicts of several are never averaged.</param>
/// <param name="Nodes">
/// The properties: features in the order of the study, then targets that are no features. Controls are no nodes.
/// </param>
/// <param name="Targets">The nodes that are targets: only they can have incoming edges.</param>
/// <param name="Edges">The measured edges, by feature and then target in the order of the study.</param>
/// <param name="Unmeasured">Feature-target pairs that were asked for and have no importance.</param>
/// <param name="Controls">Per target what the controls reach.</param>
public sealed record EntanglementLattice(
    Representation Representation,
    ImmutableArray<PropertyName> Nodes,
    ImmutableArray<PropertyName> Targets,
    ImmutableArray<Edge> Edges,
    ImmutableArray<PropertyPair> Unmeasured,
    ImmutableArray<ControlLevel> Controls)
{
    /// <summary>Whether a control was measured for any target. Without one, a feature is held against the baseline alone.</summary>
    public bool HasControls => Controls.Any(level => level.Reduction is not null);

    /// <summary>The edges that count as real.</summary>
    public IEnumerable<Edge> RealEdges => Edges.Where(edge => edge.IsReal);

    /// <summary>The edge from a feature to a target; null where it was not measured.</summary>
    public Edge? Find(PropertyName feature, PropertyName target) =>
        Edges.FirstOrDefault(edge => edge.Feature == feature && edge.Target == target);

    /// <summary>The same lattice with other verdicts, as a repetition of the study might have given them.</summary>
    /// <param name="verdicts">One for each edge; those of other representations and of sets are left aside.</param>
    /// <exception cref="KeyNotFoundException">An edge has no verdict.</exception>
    internal EntanglementLattice Judged(IEnumerable<EdgeVerdict> verdicts)
    {
        var known = verdicts.Where(verdict => verdict.Representation == Representation && verdict.Feature.Single is not null)
            .ToDictionary(verdict => new PropertyPair(verdict.Feature.Single!.Value, verdict.Target));
        return this with { Edges = [.. Edges.Select(edge => edge with { Verdict = known[new(edge.Feature, edge.Target)] })] };
    }

    /// <summary>The lattice among some of its nodes.</summary>
    public EntanglementLattice Among(IReadOnlyCollection<PropertyName> nodes) => this with
    {
        Nodes = [.. Nodes.Where(nodes.Contains)],
        Targets = [.. Targets.Where(nodes.Contains)],
        Edges = [.. Edges.Where(edge => nodes.Contains(edge.Feature) && nodes.Contains(edge.Target))],
        Unmeasured = [.. Unmeasured.Where(pair => nodes.Contains(pair.Feature) && nodes.Contains(pair.Target))],
        Controls = [.. Controls.Where(level => nodes.Contains(level.Target))],
    };

    /// <summary>The edges that touch one node, with all nodes: what the lattice looks like from there.</summary>
    public EntanglementLattice Around(PropertyName node) => this with
    {
        Edges = [.. Edges.Where(edge => edge.Feature == node || edge.Target == node)],
        Unmeasured = [.. Unmeasured.Where(pair => pair.Feature == node || pair.Target == node)],
    };
}
