using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>
/// The graph on which CGCNN works: nodes are sites, or classes of equivalent sites after exact folding; bonds are directed,
/// from the node that gathers to its neighbour. Every sum over sites or bonds is weighted by <see cref="Multiplicity"/> and
/// <see cref="BondCount"/>, so a folded graph gives the results of the unfolded one. Unfolded graphs carry ones.
/// </summary>
/// <param name="AtomicNumber">Per node, its element.</param>
/// <param name="Multiplicity">Per node, how many sites of the cell it stands for, at least 1.</param>
/// <param name="BondStart">Length nodes + 1: bonds of node i are <c>BondStart[i]</c> to <c>BondStart[i + 1]</c> exclusive.</param>
/// <param name="Neighbour">Per bond, the neighbouring node.</param>
/// <param name="DistanceAngstrom">Per bond, its length in angstrom (1 in the composition representation).</param>
/// <param name="BondCount">Per bond, how many equal bonds of one site it stands for, at least 1.</param>
public sealed record CrystalGraph(
    ImmutableArray<int> AtomicNumber,
    ImmutableArray<int> Multiplicity,
    ImmutableArray<int> BondStart,
    ImmutableArray<int> Neighbour,
    ImmutableArray<double> DistanceAngstrom,
    ImmutableArray<int> BondCount)
{
    /// <summary>Number of nodes.</summary>
    public int NodeCount => AtomicNumber.Length;

    /// <summary>Number of directed bonds stored.</summary>
    public int BondTotal => Neighbour.Length;

    /// <summary>Number of sites of the cell that the nodes stand for.</summary>
    public int SiteCount => Multiplicity.Sum();
}
