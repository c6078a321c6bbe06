using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda;

/// <summary>One batch of one order, as kernels read it (<c>step.h</c>): addresses on the device, and counts.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Batch
{
    public ulong Crystal, NodeStart, DistanceStart, BondStart, Node, NodeCrystal, SpeciesStart, SpeciesNode;
    public double Sites, Bonds;
    public int Crystals, Nodes, FirstNode, FirstCrystal, FirstBond;
#pragma warning disable CS0169 // Fills the structure to the size that it has in C++.
    private readonly int _padding;
#pragma warning restore CS0169
}
