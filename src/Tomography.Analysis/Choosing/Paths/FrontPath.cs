using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// The front of the candidates as a path: from the best by the first goal always on to the nearest that is left, by costs without units.
/// Along it the goals are traded for each other, and the lattice says which of them tell about each other.
/// </summary>
/// <param name="Candidates">The candidates of the front, in the order of the path.</param>
/// <param name="Steps">The steps between neighbours.</param>
public sealed record FrontPath(ImmutableArray<Candidate> Candidates, ImmutableArray<FrontStep> Steps)
{
    /// <summary>
    /// What layers are made by: the costs of the means; for one objective also the chance that a bound is broken, for none that alone.
    /// </summary>
    internal static double[] CostsOf(Candidate candidate, ObjectiveSpace space)
    {
        var costs = space.Costs([.. candidate.Estimates.Select(e => e.Mean)]);
        return costs.Length < 2 ? [.. costs, 1 - candidate.Chance] : costs;
    }

    /// <summary>The path of the candidates of the first layer.</summary>
    internal static FrontPath Of(ImmutableArray<Candidate> candidates, CandidatePool pool, ObjectiveSpace space)
    {
        var left = candidates.Where(c => c.Layer == 0).Select(c => (Candidate: c, Costs: CostsOf(c, space)))
            .OrderBy(c => c.Costs[0]).ThenBy(c => c.Costs[^1]).ThenBy(c => c.Candidate.Place).ToList();
        var path = ImmutableArray.CreateBuilder<Candidate>();
        for (var at = 0; left.Count > 0;)
        {
            var (candidate, costs) = left[at];
            path.Add(candidate);
            left.RemoveAt(at);
            at = left.Count == 0 ? 0 : left.Index().MinBy(other => Square(costs, other.Item.Costs)).Index;
        }

        return new(path.ToImmutable(), [.. path.Zip(path.Skip(1), (from, to) => Step(from, to, pool))]);
    }

    private static double Square(double[] one, double[] other) => one.Zip(other, (a, b) => (a - b) * (a - b)).Sum();

    private static FrontStep Step(Candidate from, Candidate to, CandidatePool pool)
    {
        ImmutableArray<PropertyName> changing =
        [
            .. pool.Goals.Where((_, g) =>
            {
                var (one, other) = (from.Estimates[g], to.Estimates[g]);
                return Math.Abs(one.Mean - other.Mean) > Math.Max(one.Spread, other.Spread);
            }).Select(g => g.Property).Distinct(),
        ];
        return new(
            from, to, changing,
            [
                .. pool.Verdicts.Where(v => v.Representation == pool.Representation && changing.Contains(v.Target)
                        && v.Feature.Single is { } feature && feature != v.Target && changing.Contains(feature))
                    .Select(v => new StepEdge(v, RiskGates.Passes(v))),
            ]);
    }
}
