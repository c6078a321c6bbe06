using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda;

/// <summary>What differs from launch to launch (<c>step.h</c>).</summary>
/// <param name="Layer">Which convolution or hidden layer, from 0.</param>
/// <param name="Training">What a forward pass is for: 0 a prediction, 1 a step, 2 the losses by other weights.</param>
/// <param name="IsShared">Whether shared memory holds what a block sums up.</param>
/// <param name="Task">The task that is meant alone; -1: all, each with the weight of its loss.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct LaunchArguments(int Layer, int Training = 1, int IsShared = 0, int Task = -1);
