using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda;

/// <summary>A bond of a node, as kernels read it (<c>step.h</c>).</summary>
/// <param name="Neighbour">The neighbouring node, counted within the crystal.</param>
/// <param name="Distance">Its distance, counted within the crystal.</param>
/// <param name="Count">How many equal bonds it stands for.</param>
/// <param name="NeighbourSpecies">The element's row of the neighbouring node.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Bond(int Neighbour, int Distance, float Count, int NeighbourSpecies);
