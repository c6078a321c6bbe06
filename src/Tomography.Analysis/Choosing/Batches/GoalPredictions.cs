using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What models predict of a goal's property for all candidates.</summary>
/// <param name="Members">Per model of the ensemble what it predicts of each candidate, in the property's unit; at least one, finite.</param>
/// <param name="Noise">
/// Standard deviation of what the models do not tell, which would be left if they agreed, in the property's unit; at least 0.
/// </param>
public sealed record GoalPredictions(ImmutableArray<double[]> Members, double Noise)
{
    /// <summary>Per candidate the interval that is to hold the true value; empty where none is asked for.</summary>
    public ImmutableArray<PredictionInterval?> Intervals { get; init; } = [];

    /// <summary>Per candidate the distance to the training crystals in multiples of the domain's; empty where none is asked for.</summary>
    public ImmutableArray<double?> Distances { get; init; } = [];

    /// <summary>Per candidate the gates that stop it; empty where none is asked for.</summary>
    public ImmutableArray<StoppedBy> Stopped { get; init; } = [];

    /// <summary>What is said of a candidate.</summary>
    public GoalEstimate Of(int candidate)
    {
        var sum = 0.0;
        foreach (var member in Members) sum += member[candidate];
        var (mean, squares) = (sum / Members.Length, 0.0);
        foreach (var member in Members) squares += (member[candidate] - mean) * (member[candidate] - mean);
        var spread = Members.Length < 2 ? 0 : Math.Sqrt(squares / (Members.Length - 1));
        return new(mean, spread, Math.Sqrt(spread * spread + Noise * Noise))
        {
            Interval = Intervals.IsEmpty ? null : Intervals[candidate],
            Distance = Distances.IsEmpty ? null : Distances[candidate],
            Stopped = Stopped.IsEmpty ? StoppedBy.None : Stopped[candidate],
        };
    }
}
