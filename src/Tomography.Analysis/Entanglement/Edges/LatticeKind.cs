namespace Tomography.Analysis;

/// <summary>Which question the edges of a lattice answer; edges of two kinds never stand in one lattice.</summary>
/// <param name="Edges">What its edges lead from.</param>
/// <param name="Labels">Of starts, from how many labels the models learn; null for all, and for the other kinds.</param>
public readonly record struct LatticeKind(EdgeKind Edges, int? Labels = null)
{
    /// <summary>What properties tell as features.</summary>
    public static LatticeKind Features { get; } = new(EdgeKind.Feature);

    /// <summary>What learning properties along does.</summary>
    public static LatticeKind Transfers { get; } = new(EdgeKind.Transfer);
}
