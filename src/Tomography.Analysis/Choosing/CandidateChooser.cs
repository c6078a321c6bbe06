using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Chooses among candidates: constraints, fronts, expected hypervolume improvement, a batch, a path.</summary>
public static class CandidateChooser
{
    private const double Likely = 0.5;

    /// <summary>Chooses.</summary>
    /// <param name="pool">The candidates with all that the choice rests on.</param>
    /// <param name="settings">How many, and how different.</param>
    public static Choice Choose(CandidatePool pool, BatchSettings settings)
    {
        var space = ObjectiveSpace.Of(pool.Goals, pool.Known);
        double[][] feasible =
        [
            .. pool.Known.Where(k => pool.Goals.Select((g, i) => !double.IsNaN(k[i]) && g.IsMet(k[i])).All(met => met)),
        ];
        double[][] costs = [.. feasible.Select(k => space.Costs(k))];
        var known = new ParetoFront(costs, space.Reference);
        var fronts = new MemberFronts(space, pool, known);
        var candidates = WithLayers(Scored(pool, space, fronts, settings.Gates), space);
        return new()
        {
            Goals = pool.Goals,
            Representation = pool.Representation,
            Space = space,
            Models = pool.Predictions[0].Members.Length,
            KnownFeasible = feasible.Length,
            KnownFront = space.Goals.IsEmpty ? [] : [.. Dominance.Front(costs).Select(i => feasible[i])],
            KnownVolume = space.Goals.IsEmpty ? 0 : known.Volume,
            Candidates = candidates,
            Chosen = new BatchChooser(pool, fronts, !space.Goals.IsEmpty, settings).Choose(candidates),
            Path = FrontPath.Of(candidates, pool, space),
        };
    }

    private static Candidate[] Scored(CandidatePool pool, ObjectiveSpace space, MemberFronts fronts, StoppedBy gates)
    {
        var scored = new Candidate[pool.Ids.Length];
        Parallel.For(0, scored.Length, i =>
        {
            ImmutableArray<GoalEstimate> estimates = [.. pool.Predictions.Select(p => p.Of(i))];
            var chance = 1.0;
            for (var g = 0; g < estimates.Length; g++) chance *= pool.Goals[g].ChanceOf(estimates[g].Mean, estimates[g].Deviation);
            var (gain, improving) = space.Goals.IsEmpty ? (0, 0) : fronts.Gain(i);
            scored[i] = new(
                i, pool.Ids[i], pool.Formulas[i], estimates, chance, gain, space.Goals.IsEmpty ? chance : chance * gain)
            {
                Improving = improving,
                SameAs = pool.KnownAs(i),
                IsEligible = pool.KnownAs(i) is null && estimates.All(e => (e.Stopped & gates) == StoppedBy.None),
            };
        });
        return scored;
    }

    private static ImmutableArray<Candidate> WithLayers(Candidate[] candidates, ObjectiveSpace space)
    {
        int[] taking = [.. candidates.Where(c => c.IsEligible && c.Chance >= Likely).Select(c => c.Place)];
        var layers = Dominance.Layers([.. taking.Select(i => FrontPath.CostsOf(candidates[i], space))]);
        for (var i = 0; i < taking.Length; i++) candidates[taking[i]] = candidates[taking[i]] with { Layer = layers[i] };
        return [.. candidates];
    }
}
