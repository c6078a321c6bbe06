using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What is said of a candidate.</summary>
/// <param name="Place">Its place in the dataset of candidates.</param>
/// <param name="Id">Its id.</param>
/// <param name="Formula">Its reduced formula.</param>
/// <param name="Estimates">Per goal what is predicted.</param>
/// <param name="Chance">The chance that it keeps all bounds, from 0 to 1, as if the properties erred independently.</param>
/// <param name="Improvement">
/// What it adds to the hypervolume of the known front, mean over the models, at least 0; in units of the box between the best known values
/// and the reference point.
/// </param>
/// <param name="Score">Chance times improvement; the chance alone where no goal tells better from worse.</param>
public sealed record Candidate(
    int Place, string Id, string Formula, ImmutableArray<GoalEstimate> Estimates, double Chance, double Improvement, double Score)
{
    /// <summary>How many of the models expect an improvement.</summary>
    public int Improving { get; init; }

    /// <summary>The id of the material of the dataset that it is; null where it is new.</summary>
    public string? SameAs { get; init; }

    /// <summary>
    /// How many layers of candidates lie before it: 0 on the front of the candidates; null where it takes no part: known, stopped, or more
    /// likely to break a bound than to keep all.
    /// </summary>
    public int? Layer { get; init; }

    /// <summary>All gates that stop one of its predictions.</summary>
    public StoppedBy Stopped => Estimates.Aggregate(StoppedBy.None, (all, e) => all | e.Stopped);

    /// <summary>Whether it may be chosen: it is new, and no gate that counts stops it.</summary>
    public bool IsEligible { get; init; } = true;
}
