using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>Which candidates to make or measure next, and why.</summary>
public sealed record Choice
{
    /// <summary>What is wanted.</summary>
    public required ImmutableArray<Goal> Goals { get; init; }

    /// <summary>What the models see of crystals.</summary>
    public required Representation Representation { get; init; }

    /// <summary>The goals that tell better from worse, with the reference point.</summary>
    public required ObjectiveSpace Space { get; init; }

    /// <summary>How many models predict each goal.</summary>
    public required int Models { get; init; }

    /// <summary>How many known materials keep all bounds and have a value of every goal.</summary>
    public required int KnownFeasible { get; init; }

    /// <summary>Values of the goals' properties of the known front, one row per material.</summary>
    public required ImmutableArray<double[]> KnownFront { get; init; }

    /// <summary>The hypervolume of the known front, in units of the box between the best known values and the reference point.</summary>
    public required double KnownVolume { get; init; }

    /// <summary>All candidates, in their order.</summary>
    public required ImmutableArray<Candidate> Candidates { get; init; }

    /// <summary>The batch, in the order of choosing.</summary>
    public required ImmutableArray<ChosenCandidate> Chosen { get; init; }

    /// <summary>The front of the candidates as a path from one end to the other.</summary>
    public required FrontPath Path { get; init; }

    /// <summary>Whether the path trades the only objective for the chance that the bounds are kept.</summary>
    public bool IsAgainstChance => Space.Goals.Length < 2;
}
