using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda;

/// <summary>What differs from launch to launch (<c>step.h</c>).</summary>
/// <param name="Layer">Which convolution or hidden layer, from 0.</param>
/// <param name="Training">1 in training, 0 in prediction.</param>
/// <param name="TermRoom">Distances of a crystal whose terms shared memory holds.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct LaunchArguments(int Layer, int Training = 1, int TermRoom = 0);
