using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda;

/// <summary>What differs from launch to launch (<c>step.h</c>).</summary>
/// <param name="Layer">Which convolution or hidden layer, from 0.</param>
/// <param name="Training">1 in training, 0 in prediction.</param>
/// <param name="Width">Threads per crystal.</param>
/// <param name="TermRoom">Distances whose terms shared memory holds per thread.</param>
/// <param name="NodeRoom">Nodes whose gradients it holds per thread.</param>
/// <param name="CrystalsPerBlock">Crystals that a block takes.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct LaunchArguments(
    int Layer, int Training = 1, int Width = 0, int TermRoom = 0, int NodeRoom = 0, int CrystalsPerBlock = 0);
