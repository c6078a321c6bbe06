using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What one run of a loop found.</summary>
/// <param name="Run">The run.</param>
/// <param name="Reached">
/// What is reached after each number of experiments, from 0: the volume of the front as a share of that of all materials.
/// </param>
/// <param name="TopFound">Share of the best 1 % that was measured.</param>
public sealed record RunOutcome(Trajectory Run, ImmutableArray<double> Reached, double TopFound);
