using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Says of every open edge what would settle it, and plans more seeds where these should.</summary>
public static class SteeringPlanner
{
    /// <summary>Plans the next models.</summary>
    /// <remarks>
    /// Edges that seeds should decide (<see cref="RemedyRule"/>) are taken by relevance, largest first, and get the seeds they want while
    /// the budget lasts; an edge that does not fit gets fewer seeds or is deferred, and cheaper ones after it may still fit. A claim needs
    /// the baseline and the control of the edge's own width, so both are trained for each new seed that has none. New seeds are those that
    /// further models of the study already have, in their order, then the whole numbers after the largest seed of the study (after
    /// int.MaxValue, the smallest unused from 1 on): every edge takes the first that it does not have, so that edges of a target on the
    /// same materials share baselines and controls. A seed fails for an edge where its augmented model, the baseline or the control failed.
    /// It is not waited for and not taken again, and it counts among the most seeds of an edge, so that models that always fail cannot be
    /// proposed for ever. An edge whose models are all trained, but whose baselines make no error, has no relative change; it is settled.
    /// </remarks>
    /// <param name="results">The study: its seeds and the models planned so far.</param>
    /// <param name="verdicts">Its verdicts.</param>
    /// <param name="budget">Jobs allowed, baselines and controls included; at least 0.</param>
    /// <param name="settings">How many seeds are asked for; null for the defaults.</param>
    /// <param name="rule">When a verdict is given; null for the defaults.</param>
    /// <exception cref="ArgumentException">The budget or a setting is out of its range.</exception>
    public static SteeringPlan Plan(
        StudyResults results, IReadOnlyList<EdgeVerdict> verdicts, int budget, SteeringSettings? settings = null,
        VerdictSettings? rule = null)
    {
        if (budget < 0) throw new ArgumentException($"The budget is {budget} jobs; expected at least 0.", nameof(budget));
        var (use, decide) = (SteeringSettings.Checked(settings), rule ?? new());
        var models = new PlannedEdges(results);
        var wishes = new List<SteeringProposal>();
        var advice = new List<SteeringAdvice>();
        var (settled, waiting, lost) = (0, 0, 0);
        // An edge that is claimed next is one claim more.
        var claimed = (1.0 + verdicts.Count(v => v.IsClaim)) / (1 + verdicts.Count(v => v.Q is not null));
        foreach (var verdict in verdicts)
        {
            var (target, planned) = (verdict.Target, models.Of(verdict.Representation, verdict.Feature, verdict.Target));
            if (planned.IsEmpty || planned.Any(Awaited)) waiting++;
            else if (planned.All(models.Fails)) lost++;
            // All is trained and there is no relative change: the baseline has no error that could become less.
            else if (models.ChangeOf(planned, target) is not { } change) settled++;
            else if (RemedyRule.Of(verdict, Math.Max(0, use.MostSeeds - planned.Length), claimed, decide, use) is not { } need) settled++;
            else
            {
                var (size, error) = (Math.Abs(verdict.Effect?.Change ?? change), verdict.Effect?.StandardError ?? 0);
                var relevance = Math.Min(double.MaxValue, size + error);
                if (need.Remedy == Remedy.Seeds) wishes.Add(Wish(planned, target, need, relevance));
                else advice.Add(new(
                    verdict.Representation, verdict.Feature, target, need.Remedy, need.Amount, relevance, need.Reason));
            }

            bool Awaited(ModelSpec model) => models.IsAwaited(model, target)
                || models.ControlsOf(model, target).Any(control => control.Seed == model.Seed && models.IsAwaited(control, target));
        }

        var (proposals, deferred) = Choose(wishes.OrderByDescending(wish => wish.Relevance), [.. results.Models], budget);
        return new(budget, proposals, deferred, [.. advice.OrderByDescending(one => one.Relevance)], settled, waiting, lost);

        SteeringProposal Wish(ImmutableArray<ModelSpec> planned, PropertyName target, EdgeNeed need, double relevance)
        {
            var (model, control) = (planned[0], models.ControlsOf(planned[0], target).FirstOrDefault());
            var used = planned.Select(each => each.Seed).ToHashSet();
            var free = Available(results).Where(seed => !used.Contains(seed) && !models.Fails(model.Baseline with { Seed = seed })
                && !(control is not null && models.Fails(control with { Seed = seed })));
            return new(
                model, control, target, [.. free.Take(Math.Min(need.Amount ?? 1, use.SeedsPerPlan))], relevance, need.Reason);
        }
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
        BaselineSeeds = [.. wish.Seeds.Where(seed => !planned.Contains(wish.Model.Baseline with { Seed = seed }))],
        ControlSeeds = wish.Control is { } control ? [.. wish.Seeds.Where(seed => !planned.Contains(control with { Seed = seed }))] : [],
    };

    private static IEnumerable<int> Available(StudyResults results)
    {
        int[] known = [.. results.FurtherSeeds];
        foreach (var seed in known) yield return seed;
        var used = results.Seeds.Concat(known).ToHashSet();
        for (long seed = used.Count == 0 ? 1 : Math.Max(0L, used.Max()) + 1; seed <= int.MaxValue; seed++) yield return (int)seed;
        for (var seed = 1; seed < int.MaxValue; seed++)
            if (!used.Contains(seed))
                yield return seed;
    }
}
