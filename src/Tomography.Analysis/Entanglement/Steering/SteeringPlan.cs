using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What would settle the edges of a study that are open, and which models to train next for it.</summary>
/// <param name="Budget">Jobs that were allowed.</param>
/// <param name="Proposals">More seeds for edges that they should decide, those that matter most first.</param>
/// <param name="Deferred">Such edges that the budget has no room for; their seeds are empty.</param>
/// <param name="Advice">Open edges that seeds do not settle, and what would, those that matter most first.</param>
/// <param name="Settled">
/// How many edges are settled: claimed, shown to be small, or without a relative change, because their baselines make no error.
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
    ImmutableArray<SteeringAdvice> Advice,
    int Settled,
    int Waiting,
    int Failed)
{
    /// <summary>
    /// Groups of targets to learn together, which pairs predict to be best, to see whether they are; each is not trained yet.
    /// </summary>
    public ImmutableArray<PropertySet> Groups { get; init; } = [];

    /// <summary>Models that these groups take.</summary>
    public int GroupJobs { get; init; }

    /// <summary>Whether the budget has room for the groups, which come before edges.</summary>
    public bool GroupsFit => GroupJobs <= Budget;

    /// <summary>Jobs that the proposals cost; with those of groups that fit at most the budget.</summary>
    public int Jobs => Proposals.Sum(proposal => proposal.Jobs);

    /// <summary>How many edges are open: undecided, or not to be trusted.</summary>
    public int Undecided => Proposals.Length + Deferred.Length + Advice.Length;

    /// <summary>Whether more seeds have nothing left to decide; what failed, and what asks for something else, they cannot.</summary>
    public bool IsConverged => Proposals.IsEmpty && Deferred.IsEmpty && Waiting == 0;

    /// <summary>The models to train; each once. Added to <see cref="StudyResults.Models"/> they become part of the study.</summary>
    public IEnumerable<ModelSpec> Models => Proposals.SelectMany(proposal => proposal.Models);
}
