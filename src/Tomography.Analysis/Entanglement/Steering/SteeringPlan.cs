using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Which models to train next.</summary>
/// <param name="Budget">Jobs that were allowed.</param>
/// <param name="Proposals">More seeds for undecided edges, those that matter most first.</param>
/// <param name="Deferred">Undecided edges that the budget has no room for; their seeds are empty.</param>
/// <param name="Settled">
/// How many edges are settled and left out, among them those that have no relative change, because their baselines make no error.
/// </param>
/// <param name="Waiting">How many edges have planned models without results: build first. Models that failed are not waited for.</param>
/// <param name="Failed">
/// How many edges cannot be measured, because for each of their seeds the augmented model or the baseline failed; they are left out like
/// settled ones.
/// </param>
public sealed record SteeringPlan(
    int Budget,
    ImmutableArray<SteeringProposal> Proposals,
    ImmutableArray<SteeringProposal> Deferred,
    int Settled,
    int Waiting,
    int Failed)
{
    /// <summary>Jobs that the proposals cost, at most the budget.</summary>
    public int Jobs => Proposals.Sum(proposal => proposal.Jobs);

    /// <summary>How many edges are undecided.</summary>
    public int Undecided => Proposals.Length + Deferred.Length;

    /// <summary>Whether nothing is left to decide; what failed cannot be.</summary>
    public bool IsConverged => Undecided == 0 && Waiting == 0;

    /// <summary>The models to train; each once. Added to <see cref="StudyResults.Models"/> they become part of the study.</summary>
    public IEnumerable<ModelSpec> Models => Proposals.SelectMany(proposal => proposal.Models);
}
