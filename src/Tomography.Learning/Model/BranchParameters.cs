using System.Collections.Immutable;

namespace Tomography.Learning;

/// <summary>The parameters that one task of a model has to itself. A model of one target has one branch, of a head alone.</summary>
/// <param name="Convolutions">Its convolutions behind those that are shared.</param>
/// <param name="Head">Its head.</param>
public sealed record BranchParameters(ImmutableArray<ConvolutionParameters> Convolutions, HeadParameters Head);
