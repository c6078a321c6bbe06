namespace Tomography.Learning;

/// <summary>
/// The crystal graphs of a dataset in flat arrays, packed once and read by every job: a batch is a list of ranges. Nodes, bonds and
/// distances of crystal c stand at <c>NodeStart[c]</c>, <c>BondStart[NodeStart[c]]</c> and <c>DistanceStart[c]</c>.
/// </summary>
/// <param name="NodeStart">Length crystals + 1.</param>
/// <param name="Species">Per node, the row of <paramref name="SpeciesFeatures"/> that describes its element.</param>
/// <param name="Multiplicity">Per node, how many sites it stands for.</param>
/// <param name="BondStart">Length nodes + 1.</param>
/// <param name="Neighbour">Per bond, the neighbouring node, counted within its crystal.</param>
/// <param name="Distance">Per bond, its distance, counted within its crystal's distinct distances.</param>
/// <param name="BondCount">Per bond, how many equal bonds of one site it stands for.</param>
/// <param name="DistanceStart">Length crystals + 1.</param>
/// <param name="DistanceAngstrom">The distinct bond lengths of each crystal, angstrom, ascending.</param>
/// <param name="FeatureLength">Numbers per element.</param>
/// <param name="SpeciesFeatures">Row by row, the features of the elements that occur.</param>
/// <param name="Basis">The Gaussians on which distances are expanded.</param>
public sealed record PackedGraphs(
    ReadOnlyMemory<int> NodeStart,
    ReadOnlyMemory<int> Species,
    ReadOnlyMemory<float> Multiplicity,
    ReadOnlyMemory<int> BondStart,
    ReadOnlyMemory<int> Neighbour,
    ReadOnlyMemory<int> Distance,
    ReadOnlyMemory<float> BondCount,
    ReadOnlyMemory<int> DistanceStart,
    ReadOnlyMemory<double> DistanceAngstrom,
    int FeatureLength,
    ReadOnlyMemory<float> SpeciesFeatures,
    GaussianBasis Basis)
{
    /// <summary>Number of crystals.</summary>
    public int Count => NodeStart.Length - 1;

    /// <summary>Number of distinct elements.</summary>
    public int SpeciesCount => SpeciesFeatures.Length / FeatureLength;
}
