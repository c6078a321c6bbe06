using Tomography.Analysis;

namespace Tomography.Reports;

/// <summary>An edge that is not settled, with what would settle it: a row of the list.</summary>
/// <param name="Lattice">The lattice that it belongs to.</param>
/// <param name="Representation">Name of the representation.</param>
/// <param name="Feature">What it leads from, as tables write it: the feature or set, what is learnt along, the source.</param>
/// <param name="Target">The target.</param>
/// <param name="Remedy">What would settle it.</param>
/// <param name="Amount">How many seeds are planned next, or how many materials or epochs in all; null where no number is known.</param>
/// <param name="Relevance">How large the effect may be, a fraction.</param>
/// <param name="Reason">Why, as a phrase.</param>
internal sealed record OpenEdge(
    LatticeKind Lattice, string Representation, string Feature, string Target, Remedy Remedy, int? Amount, double Relevance,
    string Reason)
{
    /// <summary>The open edges of a plan: those that seeds should decide first, then by what the effect may be.</summary>
    public static OpenEdge[] All(SteeringPlan plan) =>
    [
        .. plan.Proposals.Concat(plan.Deferred).Select(p => new OpenEdge(
            p.Lattice, p.Representation.Name, p.Feature.Label(), p.Target.Value, Remedy.Seeds, p.Seeds.IsEmpty ? null : p.Seeds.Length,
            p.Relevance, p.Reason)),
        .. plan.Advice.Select(a => new OpenEdge(
            a.Lattice, a.Representation.Name, a.Feature.Label(), a.Target.Value, a.Remedy, a.Amount, a.Relevance, a.Reason)),
    ];

    /// <summary>The feature as tables write it, and whether it is learnt along or the start.</summary>
    public string From => Feature + EdgeWords.How(Lattice.Edges);

    /// <summary>The target, and from how many labels models of starts learn.</summary>
    public string To => Target + EdgeWords.Labels(Lattice);

    /// <summary>The lattice as tables and JSON write it.</summary>
    public string LatticeName => Lattice.Edges switch
    {
        EdgeKind.Transfer => "transfer",
        EdgeKind.Start => "starts",
        _ => "features",
    };

    /// <summary>The remedy as tables and JSON write it.</summary>
    public string Asks => Remedy.ToString().ToLowerInvariant();
}
