using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>An edge of a kept lattice.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Target">The target.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Its reason.</param>
/// <param name="Effect">The effect that it rests on; null where there is none.</param>
/// <param name="Seeds">The change of each seed.</param>
internal sealed record KeptEdge(
    PropertyName Feature, PropertyName Target, VerdictKind Verdict, VerdictReason Reason, KeptEffect? Effect,
    ImmutableArray<SeedChange> Seeds)
{
    /// <summary>What is kept of an edge.</summary>
    public static KeptEdge Of(Edge edge) => new(
        edge.Feature, edge.Target, edge.Verdict.Kind, edge.Verdict.Reason, KeptEffect.Of(edge.Verdict.Effect), edge.Seeds);

    /// <summary>The edge that was kept.</summary>
    /// <param name="representation">That of its lattice.</param>
    public Edge Edge(Representation representation) => new(
        Feature, Target, new(representation, Feature, Target, Verdict, Reason, Effect?.Effect, null, null, null), Seeds);
}
