using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>
/// The lattice of starts of one representation at one number of labels: an edge leads from the source to the target whose models start
/// from it.
/// </summary>
/// <remarks>
/// Edges of several numbers of labels never stand in one lattice: what a start does from 50 labels and from 1,000 are two questions, and
/// to pick one number after the fact would be to pick a result.
/// </remarks>
/// <param name="Labels">From how many labels the models learn; null for the whole training part.</param>
/// <param name="Analysis">The lattice with all that is said about it.</param>
public sealed record SequenceLattice(int? Labels, LatticeAnalysis Analysis)
{
    /// <summary>The representation.</summary>
    public Representation Representation => Analysis.Lattice.Representation;
}
