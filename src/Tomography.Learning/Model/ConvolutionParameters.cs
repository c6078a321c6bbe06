namespace Tomography.Learning;

/// <summary>
/// The parameters of one convolution. Rows of <c>z = W1 v_i + W2 v_j + W3 u_ij + b</c> hold a filter half and a core half, each padded
/// to the stride S of an atom's vector.
/// </summary>
/// <param name="OwnFilter">W1, filter half: atom features x S.</param>
/// <param name="OwnCore">W1, core half.</param>
/// <param name="NeighbourFilter">W2, filter half.</param>
/// <param name="NeighbourCore">W2, core half.</param>
/// <param name="BondFilter">W3, filter half: Gaussians x S.</param>
/// <param name="BondCore">W3, core half.</param>
/// <param name="BiasFilter">b, filter half.</param>
/// <param name="BiasCore">b, core half.</param>
/// <param name="FilterScale">Batch norm over bonds, gamma of the filter half.</param>
/// <param name="CoreScale">Batch norm over bonds, gamma of the core half.</param>
/// <param name="FilterShift">Batch norm over bonds, beta of the filter half.</param>
/// <param name="CoreShift">Batch norm over bonds, beta of the core half.</param>
/// <param name="SumScale">Batch norm over sites, gamma.</param>
/// <param name="SumShift">Batch norm over sites, beta.</param>
/// <param name="RunningStart">
/// First element of the layer's running statistics: means of bonds (2S), variances of bonds (2S), means of sites (S), variances of sites
/// (S).
/// </param>
public sealed record ConvolutionParameters(
    ParameterBlock OwnFilter,
    ParameterBlock OwnCore,
    ParameterBlock NeighbourFilter,
    ParameterBlock NeighbourCore,
    ParameterBlock BondFilter,
    ParameterBlock BondCore,
    ParameterBlock BiasFilter,
    ParameterBlock BiasCore,
    ParameterBlock FilterScale,
    ParameterBlock CoreScale,
    ParameterBlock FilterShift,
    ParameterBlock CoreShift,
    ParameterBlock SumScale,
    ParameterBlock SumShift,
    int RunningStart);
