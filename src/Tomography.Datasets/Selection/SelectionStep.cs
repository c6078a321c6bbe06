using System.Collections.Immutable;

namespace Tomography.Datasets;

/// <summary>One step of choosing materials.</summary>
/// <param name="Wanted">What was asked for, in words.</param>
/// <param name="Left">The materials that this step and those before it leave: places, ascending.</param>
public sealed record SelectionStep(string Wanted, ImmutableArray<int> Left);
