using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda;

/// <summary>Where each buffer of one model begins in the memory that it works in, in floats, in the order of <c>step.h</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct WorkOffsets
{
    public long SpeciesVectors, Terms, LaterTerms, Moments, Sums, Slope, Output, Norms, BondPartial, BondConstants;
    public long PooledActivation, PooledSlope, Hidden, HiddenSlope, Errors, VarianceErrors, Labelled;
    public long Gradients, NodeGradient, SumGradient, AtomGradient, BondGradient, BondTerms, WeightPartial, WeightRows;
    public long SpeciesGradient, SpeciesTerms, HiddenGradient, PooledGradient, TaskGradients, SharedBefore;
}
