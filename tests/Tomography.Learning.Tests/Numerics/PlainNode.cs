namespace Tomography.Learning.Tests.Numerics;

/// <summary>A node of a batch.</summary>
/// <param name="Species">Its element.</param>
/// <param name="Multiplicity">How many sites it stands for.</param>
/// <param name="Bonds">Its bonds in order.</param>
internal sealed record PlainNode(int Species, float Multiplicity, PlainBond[] Bonds);
