using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>One run of a loop: a policy from one choice of first materials.</summary>
/// <param name="Policy">How is chosen.</param>
/// <param name="Repeat">Which choice of first materials, from 0.</param>
/// <param name="Start">The materials that are measured at first.</param>
/// <param name="Order">What is measured after them, in order.</param>
/// <param name="Lattices">The lattice before the first round, and after each.</param>
/// <param name="Errors">Per lattice and goal the mean absolute error of the models on what is left, in the property's unit.</param>
public sealed record Trajectory(
    LoopPolicy Policy, int Repeat, ImmutableArray<int> Start, ImmutableArray<int> Order,
    ImmutableArray<ImmutableArray<LoopEdge>> Lattices, ImmutableArray<ImmutableArray<double>> Errors);
