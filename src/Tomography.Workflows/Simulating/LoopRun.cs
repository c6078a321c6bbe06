using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>A run of a loop that is under way.</summary>
/// <param name="policy">How is chosen.</param>
/// <param name="repeat">Which repeat it is.</param>
/// <param name="start">The first materials, as places in the laboratory.</param>
internal sealed class LoopRun(LoopPolicy policy, int repeat, ImmutableArray<int> start)
{
    private readonly List<int> _order = [];
    private readonly List<ImmutableArray<LoopEdge>> _lattices = [];
    private readonly List<ImmutableArray<double>> _errors = [];

    /// <summary>How is chosen.</summary>
    public LoopPolicy Policy => policy;

    /// <summary>Which repeat it is.</summary>
    public int Repeat => repeat;

    /// <summary>The first materials.</summary>
    public ImmutableArray<int> Start => start;

    /// <summary>All that is measured.</summary>
    public int[] Measured => [.. start, .. _order];

    /// <summary>The lattice of the first materials.</summary>
    public ImmutableArray<LoopEdge> FirstLattice => _lattices[0];

    /// <summary>Notes what the models of a round show.</summary>
    public void Note(ImmutableArray<LoopEdge> lattice, ImmutableArray<double> errors)
    {
        _lattices.Add(lattice);
        _errors.Add(errors);
    }

    /// <summary>Measures materials.</summary>
    public void Measure(IEnumerable<int> materials) => _order.AddRange(materials);

    /// <summary>What became of it.</summary>
    public Trajectory End() => new(policy, repeat, start, [.. _order], [.. _lattices], [.. _errors]);
}
