using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>The file of the lattices of earlier runs.</summary>
/// <param name="Format">The form of the file; see <see cref="CurrentFormat"/>.</param>
/// <param name="Runs">The runs, oldest first, each with a lattice per representation.</param>
internal sealed record KeptRuns(int Format, ImmutableArray<ImmutableArray<KeptLattice>> Runs)
{
    /// <summary>
    /// The form that this program writes. It rises whenever what is kept changes its meaning. The first had no number, and edges by the
    /// range over seeds in place of verdicts.
    /// </summary>
    public const int CurrentFormat = 2;
}
