namespace Tomography.Learning.Tests.Numerics;

/// <summary>A crystal of a batch.</summary>
/// <param name="First">Its first node, counted within the batch.</param>
/// <param name="Last">Past its last node.</param>
/// <param name="Distances">Its distances: the first Gaussian of each one's window, and the values of the window's Gaussians.</param>
/// <param name="Sites">Sites of its cell.</param>
internal sealed record PlainCrystal(int First, int Last, (int First, float[] Gaussians)[] Distances, float Sites);
