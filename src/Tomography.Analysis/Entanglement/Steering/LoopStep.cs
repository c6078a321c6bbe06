using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>One damped update of the lattice.</summary>
/// <param name="Run">Which run it took in, from 1: the second lattice, the third, ...</param>
/// <param name="Cycle">
/// The strongest cycle of the updated lattice, each property once, from the first in the order of the lattice; empty where there is none.
/// </param>
/// <param name="Strength">Sum of the updated weights along the cycle.</param>
/// <param name="Change">Sum of the absolute changes of the weights along the cycle in this update; 0 without a cycle.</param>
public sealed record LoopStep(int Run, ImmutableArray<PropertyName> Cycle, double Strength, double Change);
