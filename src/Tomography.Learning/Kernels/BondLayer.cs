namespace Tomography.Learning.Kernels;

/// <summary>
/// The pointers that the bond kernels of one convolution share. A bond's pre-activation z = P[owner] + Q[neighbour] + T[distance] is
/// summed anew by each kernel that needs it, and so are the terms T of each crystal: both stay in cache while a crystal is worked on,
/// whereas storing them for the batch would cost trips to memory, which is what bounds the speed.
/// </summary>
internal readonly unsafe struct BondLayer
{
    /// <summary>P | Q per atom row: 4S floats, P filter, P core, Q filter, Q core.</summary>
    public required float* AtomTerms { get; init; }

    /// <summary>The Gaussians of each distance of the batch, see <see cref="BondExpansion{T}"/>.</summary>
    public required float* Expansion { get; init; }

    /// <summary>Per distance of the batch, the first Gaussian of its window.</summary>
    public required int* FirstGaussian { get; init; }

    /// <summary>W3, Gaussians x 2S.</summary>
    public required float* BondWeights { get; init; }

    /// <summary>Number of Gaussians.</summary>
    public required int Gaussians { get; init; }

    /// <summary>Per crystal, its first node; one more at the end.</summary>
    public required int* NodeStart { get; init; }

    /// <summary>Per crystal, its first distance; one more at the end.</summary>
    public required int* DistanceStart { get; init; }

    /// <summary>Number of crystals.</summary>
    public required int Crystals { get; init; }

    /// <summary>Per node, its row of <see cref="AtomTerms"/>.</summary>
    public required int* NodeRow { get; init; }

    /// <summary>Per bond, the neighbour's row of <see cref="AtomTerms"/>.</summary>
    public required int* NeighbourRow { get; init; }

    /// <summary>Per bond, its distance, counted within its crystal.</summary>
    public required int* Distance { get; init; }

    /// <summary>Per node, its first bond.</summary>
    public required int* BondStart { get; init; }

    /// <summary>Per bond, how many equal bonds it stands for.</summary>
    public required float* BondCount { get; init; }

    /// <summary>Per node, how many sites it stands for.</summary>
    public required float* Multiplicity { get; init; }

    /// <summary>S, the padded length of an atom's vector.</summary>
    public required int Stride { get; init; }

    /// <summary>T of one crystal: its distances x 2S floats.</summary>
    public void ExpandTerms<T>(int crystal, float* terms)
        where T : struct, ILanes<T>
    {
        var first = DistanceStart[crystal];
        BondExpansion<T>.Forward(
            Expansion + (long)first * BondExpansion<T>.Stride,
            FirstGaussian + first,
            DistanceStart[crystal + 1] - first,
            Gaussians,
            BondWeights,
            2 * Stride,
            terms);
    }
}
