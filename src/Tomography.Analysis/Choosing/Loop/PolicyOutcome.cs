using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What became of a policy, over all repeats.</summary>
public sealed record PolicyOutcome
{
    /// <summary>The policy.</summary>
    public required LoopPolicy Policy { get; init; }

    /// <summary>
    /// What is reached after each number of experiments, from 0: the volume of the front as a share of that of all materials; mean,
    /// smallest and largest of the repeats.
    /// </summary>
    public required ImmutableArray<(double Mean, double Least, double Most)> Reached { get; init; }

    /// <summary>
    /// Acceleration factor to the first of the best 1 %: experiments that random choice takes on average / experiments of the policy; above
    /// 1 it is faster. Both within the number of experiments that there are.
    /// </summary>
    public required LoopInterval AccelerationToOne { get; init; }

    /// <summary>The same to the first of the best 5 %.</summary>
    public required LoopInterval AccelerationToFive { get; init; }

    /// <summary>
    /// In how many repeats none of the best 1 % was found: there one after the last experiment counts, for random choice as for policies.
    /// </summary>
    public required int Unfinished { get; init; }

    /// <summary>
    /// Enhancement factor at the end: what is reached over what random choice reaches on average with as many experiments.
    /// </summary>
    public required LoopInterval Enhancement { get; init; }

    /// <summary>Share of the best 1 % that was measured in the end.</summary>
    public required LoopInterval TopFound { get; init; }

    /// <summary>
    /// Of the edges that were weak at first, the share that no longer is; null where none was, or no lattice was measured.
    /// </summary>
    public required LoopInterval? WeakCovered { get; init; }

    /// <summary>Relative change of the weights of the lattice in the last round; null for fewer than two lattices.</summary>
    public required LoopInterval? Drift { get; init; }

    /// <summary>The same of the damped lattice.</summary>
    public required LoopInterval? DampedDrift { get; init; }

    /// <summary>Per goal the error of the models on what is left at the end, over that at the start.</summary>
    public required ImmutableArray<LoopInterval> ErrorChange { get; init; }
}
