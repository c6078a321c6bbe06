using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>
/// Chooses a batch one by one: each time the candidate with the largest chance times gain times share of distance, given those chosen
/// before. None of the three grows as others are chosen, so that what a candidate counted before bounds what it counts now, and most need
/// no second look (lazy greedy, Minoux 1978); the batch is the same as that of looking at all each time.
/// </summary>
internal sealed class BatchChooser(CandidatePool pool, MemberFronts fronts, bool hasObjectives, BatchSettings settings)
{
    private readonly List<ChosenCandidate> _chosen = [];

    /// <summary>Chooses.</summary>
    /// <param name="candidates">All candidates, in the order of the pool.</param>
    public ImmutableArray<ChosenCandidate> Choose(ImmutableArray<Candidate> candidates)
    {
        var waiting = new PriorityQueue<(int Candidate, int Round), (double, int)>();
        foreach (var c in candidates)
            if (c.IsEligible && c.Score > 0)
                waiting.Enqueue((c.Place, 0), (-c.Score, c.Place));
        var gains = new Dictionary<int, double>();
        while (_chosen.Count < settings.Size && waiting.TryDequeue(out var next, out _))
        {
            var candidate = candidates[next.Candidate];
            if (next.Round == _chosen.Count)
            {
                Take(candidate, gains.GetValueOrDefault(candidate.Place, candidate.Improvement), isFilled: false);
                continue;
            }

            var gain = hasObjectives ? fronts.Gain(candidate.Place).Mean : 0;
            gains[candidate.Place] = gain;
            var score = candidate.Chance * (hasObjectives ? gain : 1) * Share(candidate.Place);
            if (score > 0) waiting.Enqueue((candidate.Place, _chosen.Count), (-score, candidate.Place));
        }

        Fill(candidates);
        return [.. _chosen];
    }

    // Room that is left goes to the best by what is predicted, layer by layer, and there to the surest that is not near another; last to
    // those that are more likely to break a bound than to keep all.
    private void Fill(ImmutableArray<Candidate> candidates)
    {
        var taken = _chosen.Select(c => c.Candidate.Place).ToHashSet();
        foreach (var layer in candidates.Where(c => c.IsEligible && !taken.Contains(c.Place)).GroupBy(c => c.Layer ?? int.MaxValue)
            .OrderBy(g => g.Key))
            for (var left = layer.ToList(); left.Count > 0;)
            {
                if (_chosen.Count >= settings.Size) return;
                var best = left.MaxBy(c => c.Chance * Share(c.Place))!;
                left.Remove(best);
                Take(best, 0, isFilled: true);
            }
    }

    private void Take(Candidate candidate, double gain, bool isFilled)
    {
        var (distance, nearest) = Nearest(candidate.Place);
        _chosen.Add(new(candidate, gain, distance, nearest, isFilled));
        if (hasObjectives) fronts.Add(candidate.Place);
    }

    private double Share(int candidate) =>
        settings.Diversity == 0 || Nearest(candidate).Distance is not { } distance ? 1 : Math.Min(1, distance / settings.Diversity);

    private (double? Distance, string? Nearest) Nearest(int candidate)
    {
        if (_chosen.Count == 0 || pool.Places.Typical == 0) return (null, null);
        var (least, id) = (double.PositiveInfinity, "");
        foreach (var other in _chosen)
        {
            var distance = pool.Places.Distance(candidate, other.Candidate.Place);
            if (distance < least) (least, id) = (distance, other.Candidate.Id);
        }

        return (least / pool.Places.Typical, id);
    }
}
