namespace Tomography.Learning.Tests.Numerics;

/// <summary>A bond of a node.</summary>
/// <param name="Neighbour">The neighbouring node, counted within the batch.</param>
/// <param name="Distance">Its distance, counted within the crystal.</param>
/// <param name="Count">How many equal bonds it stands for.</param>
internal sealed record PlainBond(int Neighbour, int Distance, float Count);
