using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What a policy sees when it chooses: predictions of what is left, and what is measured.</summary>
public sealed record LoopView
{
    /// <summary>What is wanted.</summary>
    public required ImmutableArray<Goal> Goals { get; init; }

    /// <summary>How many candidates are left.</summary>
    public required int Count { get; init; }

    /// <summary>Per goal what the models predict of the candidates that are left; empty for a policy that needs no models.</summary>
    public required ImmutableArray<GoalPredictions> Predictions { get; init; }

    /// <summary>Per material that is measured the value of each goal's property.</summary>
    public required ImmutableArray<double[]> Measured { get; init; }

    /// <summary>The lattice of the first materials.</summary>
    public required ImmutableArray<LoopEdge> FirstLattice { get; init; }

    /// <summary>How many are to be chosen, at most <see cref="Count"/>.</summary>
    public required int Batch { get; init; }

    /// <summary>Where a policy that draws takes its numbers from.</summary>
    public required ulong Stream { get; init; }

    /// <summary>The goals as costs, by what is measured.</summary>
    public ObjectiveSpace Space => ObjectiveSpace.Of(Goals, Measured);

    /// <summary>The chance that a candidate keeps all bounds.</summary>
    public double ChanceOf(int candidate)
    {
        var chance = 1.0;
        for (var g = 0; g < Goals.Length; g++)
        {
            if (!Goals[g].HasBounds) continue;
            var estimate = Predictions[g].Of(candidate);
            chance *= Goals[g].ChanceOf(estimate.Mean, estimate.Deviation);
        }

        return chance;
    }
}
