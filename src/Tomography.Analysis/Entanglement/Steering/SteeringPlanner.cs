using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Proposes more seeds for the edges that are undecided and matter.</summary>
public static class SteeringPlanner
{
    /// <summary>Plans the next models.</summary>
    /// <remarks>
    /// Undecided edges (<see cref="EdgeJudge"/>) are taken by relevance, largest first, and get the seeds they want while the budget lasts;
    /// an edge that does not fit gets fewer seeds or is deferred, and cheaper ones after it may still fit. New seeds are those that further
    /// models of the study already have, in their order, then the whole numbers after the largest seed of the study (after int.MaxValue,
    /// the smallest unused from 1 on): every edge takes the first that it does not have, so that edges of a target on the same materials
    /// share baselines. A seed fails for an edge where its augmented model or the baseline failed. It is not waited for and not taken
    /// again, and it counts among the most seeds of an edge, so that models that always fail cannot be proposed for ever. An edge whose
    /// models are all trained, but whose baselines make no error, has no relative change; it is settled.
    /// </remarks>
    /// <param name="results">The study: its seeds and the models planned so far.</param>
    /// <param name="lattices">Its lattices, one per representation.</param>
    /// <param name="budget">Jobs allowed, baselines included; at least 0.</param>
    /// <param name="settings">When an edge is settled; null for the defaults.</param>
    /// <exception cref="ArgumentException">The budget or a setting is out of its range.</exception>
    public static SteeringPlan Plan(
        StudyResults results, IReadOnlyList<EntanglementLattice> lattices, int budget, SteeringSettings? settings = null)
    {
        if (budget < 0) throw new ArgumentException($"The budget is {budget} jobs; expected at least 0.", nameof(budget));
        var use = SteeringSettings.Checked(settings);
        var models = new PlannedEdges(results);
        var candidates = new List<(EdgeSettling Verdict, SteeringProposal Wish)>();
        var (settled, waiting, lost) = (0, 0, 0);
        foreach (var lattice in lattices)
        {
            var representation = lattice.Representation;
            var usual = UsualDeviation(lattice);
            foreach (var edge in lattice.Edges)
            {
                var planned = models.Of(representation, edge.Feature, edge.Target);
                var level = lattice.Controls.FirstOrDefault(level => level.Target == edge.Target)?.Reduction;
                var verdict = EdgeJudge.Of(edge, level, usual, use);
                var tries = use.MostSeeds - planned.Length;
                if (planned.Any(model => models.IsAwaited(model, edge.Target))) waiting++;
                else if (verdict.IsSettled || tries <= 0 || planned.IsEmpty) settled++;
                else candidates.Add((verdict, Wish(edge, planned, verdict, Math.Min(verdict.SeedsWanted, tries))));
            }

            foreach (var pair in lattice.Unmeasured)
            {
                var planned = models.Of(representation, pair.Feature, pair.Target);
                if (planned.IsEmpty || planned.Any(model => models.IsAwaited(model, pair.Target))) waiting++;
                else if (planned.All(models.Fails)) lost++;
                // All is trained and there is no relative change: the baseline has no error that could become less.
                else settled++;
            }
        }

        var wishes = candidates.OrderByDescending(candidate => candidate.Verdict.Relevance).Select(candidate => candidate.Wish);
        var (proposals, deferred) = Choose(wishes, results.Models.Where(model => model.IsBaseline).ToHashSet(), budget);
        return new(budget, proposals, deferred, settled, waiting, lost);

        SteeringProposal Wish(Edge edge, ImmutableArray<ModelSpec> planned, EdgeSettling verdict, int most)
        {
            var model = planned[0];
            var used = planned.Select(each => each.Seed).ToHashSet();
            var free = Available(results).Where(seed => !used.Contains(seed) && !models.Fails(model.Baseline with { Seed = seed }));
            return new(model, edge.Target, edge.Feature, [.. free.Take(most)], [], verdict.Relevance, verdict.Reason);
        }
    }

    private static (ImmutableArray<SteeringProposal> Proposals, ImmutableArray<SteeringProposal> Deferred) Choose(
        IEnumerable<SteeringProposal> wishes, HashSet<ModelSpec> baselines, int budget)
    {
        var proposals = ImmutableArray.CreateBuilder<SteeringProposal>();
        var deferred = ImmutableArray.CreateBuilder<SteeringProposal>();
        var left = budget;
        foreach (var wish in wishes)
        {
            var fitting = Enumerable.Range(0, wish.Seeds.Length)
                .Select(fewer => wish with { Seeds = wish.Seeds[..^fewer] })
                .Select(smaller => smaller with
                {
                    BaselineSeeds = [.. smaller.Seeds.Where(seed => !baselines.Contains(BaselineOf(smaller, seed)))],
                })
                .FirstOrDefault(smaller => smaller.Jobs <= left);
            if (fitting is null)
            {
                deferred.Add(wish with { Seeds = [] });
                continue;
            }

            left -= fitting.Jobs;
            baselines.UnionWith(fitting.BaselineSeeds.Select(seed => BaselineOf(fitting, seed)));
            proposals.Add(fitting);
        }

        return (proposals.ToImmutable(), deferred.ToImmutable());
    }

    private static ModelSpec BaselineOf(SteeringProposal proposal, int seed) => proposal.Model.Baseline with { Seed = seed };

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

    // The median deviation of the edges that have one.
    private static double UsualDeviation(EntanglementLattice lattice)
    {
        var deviations = lattice.Edges.Select(edge => edge.Deviation).OfType<double>().Order().ToArray();
        return deviations.Length == 0 ? 0 : deviations[deviations.Length / 2];
    }
}
