using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What models predict of a goal's property for all candidates.</summary>
/// <param name="Members">
/// Per model of the ensemble what it predicts of each candidate, in the property's unit; at least one, finite.
/// </param>
/// <param name="Noise">
/// Standard deviation of what the models do not tell, which would be left if they agreed, in the property's unit; at least 0.
/// </param>
public sealed record GoalPredictions(ImmutableArray<double[]> Members, double Noise)
{
    // Standard deviation over mean absolute value of normal errors.
    private static readonly double s_deviationOfMean = Math.Sqrt(Math.PI / 2);

    /// <summary>
    /// Predictions of models with a known error. Noise is what they err by beyond what they differ by: the square root of the squared error
    /// less the mean squared spread, at least a tenth of the former. The squared error is that of normal errors.
    /// </summary>
    /// <param name="members">Per model what it predicts of each candidate.</param>
    /// <param name="error">Mean absolute error of single models on crystals that they did not train on, in the property's unit.</param>
    public static GoalPredictions Of(ImmutableArray<double[]> members, double error)
    {
        var bare = new GoalPredictions(members, 0);
        var (square, count) = (Math.Pow(s_deviationOfMean * error, 2), members[0].Length);
        var spread = 0.0;
        for (var i = 0; i < count; i++) spread += Math.Pow(bare.Of(i).Spread, 2) / count;
        return new(members, Math.Sqrt(Math.Max(0.1 * square, square - spread)));
    }

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
