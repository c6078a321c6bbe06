namespace Tomography.Learning.Kernels;

/// <summary>
/// The pointers that the bond kernels of one convolution share. A bond's pre-activation z = P[owner] + Q[neighbour] + T[distance] is
/// summed anew by each kernel that needs it: its parts stay in cache, whereas storing z would cost a trip to memory.
/// </summary>
internal readonly unsafe struct BondLayer
{
    /// <summary>P | Q per atom row: 4S floats, P filter, P core, Q filter, Q core.</summary>
    public required float* AtomTerms { get; init; }

    /// <summary>T per distance: 2S floats.</summary>
    public required float* BondTerms { get; init; }

    /// <summary>Per node, its row of <see cref="AtomTerms"/>.</summary>
    public required int* NodeRow { get; init; }

    /// <summary>Per bond, the neighbour's row of <see cref="AtomTerms"/>.</summary>
    public required int* NeighbourRow { get; init; }

    /// <summary>Per bond, its row of <see cref="BondTerms"/>.</summary>
    public required int* Distance { get; init; }

    /// <summary>Per node, its first bond.</summary>
    public required int* BondStart { get; init; }

    /// <summary>Per bond, how many equal bonds it stands for.</summary>
    public required float* BondCount { get; init; }

    /// <summary>Per node, how many sites it stands for.</summary>
    public required float* Multiplicity { get; init; }

    /// <summary>Number of nodes.</summary>
    public required int Nodes { get; init; }

    /// <summary>S, the padded length of an atom's vector.</summary>
    public required int Stride { get; init; }
}
