using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Says of every open edge what would settle it, and plans more seeds where these should.</summary>
public static class SteeringPlanner
{
    /// <summary>Plans the next models of a study of features alone, see the other form.</summary>
    /// <param name="results">The study: its seeds and the models planned so far.</param>
    /// <param name="verdicts">The verdicts on its features.</param>
    /// <param name="budget">Jobs allowed, baselines and controls included; at least 0.</param>
    /// <param name="settings">How many seeds are asked for; null for the defaults.</param>
    /// <param name="rule">When a verdict is given; null for the defaults.</param>
    /// <exception cref="ArgumentException">The budget or a setting is out of its range.</exception>
    public static SteeringPlan Plan(
        StudyResults results, IReadOnlyList<EdgeVerdict> verdicts, int budget, SteeringSettings? settings = null,
        VerdictSettings? rule = null) => Plan(results, new StudyVerdicts([.. verdicts]), budget, settings, rule);

    /// <summary>Plans the next models, for the edges of features, of what is learnt along and of starts alike.</summary>
    /// <remarks>
    /// Edges that seeds should decide (<see cref="RemedyRule"/>) are taken by relevance, largest first, and get the seeds they want while
    /// the budget lasts; an edge that does not fit gets fewer seeds or is deferred, and cheaper ones after it may still fit. A claim needs
    /// the baseline and the control of the edge, and what they start from, so all are trained for each new seed that has none. New seeds
    /// are those that further models of the study already have, in their order, then the whole numbers after the largest seed of the study
    /// (after int.MaxValue, the smallest unused from 1 on): every edge takes the first that it does not have, so that edges of a target on
    /// the same materials share baselines and controls, and those of a pair their joint models. A seed fails for an edge where its model,
    /// the baseline or the control failed. It is not waited for and not taken again, and it counts among the most seeds of an edge, so that
    /// models that always fail cannot be proposed for ever. An edge whose models are all trained, but whose baselines make no error, has no
    /// relative change; it is settled.
    /// </remarks>
    /// <param name="results">The study: its seeds and the models planned so far.</param>
    /// <param name="verdicts">Its verdicts.</param>
    /// <param name="budget">Jobs allowed, baselines and controls included; at least 0.</param>
    /// <param name="settings">How many seeds are asked for; null for the defaults.</param>
    /// <param name="rule">When a verdict is given; null for the defaults.</param>
    /// <exception cref="ArgumentException">The budget or a setting is out of its range.</exception>
    public static SteeringPlan Plan(
        StudyResults results, StudyVerdicts verdicts, int budget, SteeringSettings? settings = null, VerdictSettings? rule = null)
    {
        if (budget < 0) throw new ArgumentException($"The budget is {budget} jobs; expected at least 0.", nameof(budget));
        var (use, decide) = (SteeringSettings.Checked(settings), rule ?? new());
        var wishes = new List<SteeringProposal>();
        var advice = new List<SteeringAdvice>();
        var (settled, waiting, lost) = (0, 0, 0);
        SteeredEdge[][] kinds =
        [
            [.. SteeredFeatures.Of(results, verdicts.Features)], [.. SteeredTransfers.Of(results, verdicts.Transfers)],
            [.. SteeredStarts.Of(results, verdicts.Starts)],
        ];
        var seeds = new NewSeeds(results);
        foreach (var edges in kinds)
        {
            // Edges of a kind are corrected together, and one that is claimed next is one claim more.
            var claimed = (1.0 + edges.Count(e => e.Verdict.IsClaim)) / (1 + edges.Count(e => e.Verdict.Q is not null));
            foreach (var edge in edges)
            {
                var (verdict, planned) = (edge.Verdict, edge.Seeds);
                if (planned.IsEmpty || planned.Any(seed => seed.IsAwaited)) waiting++;
                else if (planned.All(seed => seed.Fails)) lost++;
                // All is trained and there is no relative change: the baseline has no error that could become less.
                else if (edge.Change is not { } change) settled++;
                else if (RemedyRule.Of(edge.Lattice.Edges, verdict, Math.Max(0, use.MostSeeds - planned.Length), claimed, decide, use)
                    is not { } need) settled++;
                else
                {
                    var (size, error) = (Math.Abs(verdict.Effect?.Change ?? change), verdict.Effect?.StandardError ?? 0);
                    var relevance = Math.Min(double.MaxValue, size + error);
                    if (need.Remedy != Remedy.Seeds)
                        advice.Add(new(
                            edge.Lattice, verdict.Representation, verdict.Feature, verdict.Target, need.Remedy, need.Amount, relevance,
                            need.Reason));
                    else
                        wishes.Add(new(
                            edge.Lattice, planned[0].Models, verdict.Feature, verdict.Target,
                            [.. seeds.For(edge).Take(Math.Min(need.Amount ?? 1, use.SeedsPerPlan))], relevance, need.Reason));
                }
            }
        }

        var there = results.Models.Concat(results.Joint?.Runs.SelectMany(run => run.Models.All) ?? [])
            .Concat(results.Sequence?.Runs.SelectMany(run => run.Models.All) ?? []);
        var (proposals, deferred) = Choose(wishes.OrderByDescending(wish => wish.Relevance), [.. there], budget);
        return new(budget, proposals, deferred, [.. advice.OrderByDescending(one => one.Relevance)], settled, waiting, lost);
    }

    private static (ImmutableArray<SteeringProposal> Proposals, ImmutableArray<SteeringProposal> Deferred) Choose(
        IEnumerable<SteeringProposal> wishes, HashSet<ModelSpec> planned, int budget)
    {
        var proposals = ImmutableArray.CreateBuilder<SteeringProposal>();
        var deferred = ImmutableArray.CreateBuilder<SteeringProposal>();
        var left = budget;
        foreach (var wish in wishes)
        {
            var fitting = Enumerable.Range(0, wish.Seeds.Length)
                .Select(fewer => Costed(wish with { Seeds = wish.Seeds[..^fewer] }, planned))
                .FirstOrDefault(smaller => smaller.Jobs <= left);
            if (fitting is null)
            {
                deferred.Add(wish with { Seeds = [] });
                continue;
            }

            left -= fitting.Jobs;
            planned.UnionWith(fitting.Models);
            proposals.Add(fitting);
        }

        return (proposals.ToImmutable(), deferred.ToImmutable());
    }

    private static SteeringProposal Costed(SteeringProposal wish, HashSet<ModelSpec> planned) => wish with
    {
        Models =
        [
            .. wish.Takes.All.SelectMany(template => wish.Seeds.Select(seed => template with { Seed = seed })).Distinct()
                .Where(model => !planned.Contains(model)),
        ],
    };
}
