namespace Tomography.Analysis;

/// <summary>
/// What candidates add to the front, averaged over the models of an ensemble: each model has a front of its own, which grows by what it
/// predicts of the candidates that are chosen.
/// </summary>
internal sealed class MemberFronts
{
    private readonly ObjectiveSpace _space;
    private readonly CandidatePool _pool;
    private readonly ParetoFront[] _fronts;

    /// <summary>Fronts that all start from what is known.</summary>
    public MemberFronts(ObjectiveSpace space, CandidatePool pool, ParetoFront known)
    {
        (_space, _pool) = (space, pool);
        _fronts = [.. Enumerable.Repeat(known, pool.Predictions[0].Members.Length)];
    }

    /// <summary>The mean gain of a candidate, and of how many models it is above 0.</summary>
    public (double Mean, int Improving) Gain(int candidate)
    {
        Span<double> costs = stackalloc double[_space.Goals.Length];
        var (sum, improving) = (0.0, 0);
        for (var member = 0; member < _fronts.Length; member++)
        {
            Fill(candidate, member, costs);
            var gain = _fronts[member].Gain(costs);
            sum += gain;
            if (gain > 0) improving++;
        }

        return (sum / _fronts.Length, improving);
    }

    /// <summary>Adds a candidate that is chosen.</summary>
    public void Add(int candidate)
    {
        for (var member = 0; member < _fronts.Length; member++)
        {
            var costs = new double[_space.Goals.Length];
            Fill(candidate, member, costs);
            _fronts[member] = _fronts[member].With(costs);
        }
    }

    private void Fill(int candidate, int member, Span<double> costs)
    {
        for (var d = 0; d < costs.Length; d++)
            costs[d] = _space.Cost(d, _pool.Predictions[_space.Places[d]].Members[member][candidate]);
    }
}
