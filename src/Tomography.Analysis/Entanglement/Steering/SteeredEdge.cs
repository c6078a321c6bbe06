using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>An edge as steering sees it, whatever it leads from.</summary>
/// <param name="Lattice">The lattice that it belongs to.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Seeds">Its planned seeds.</param>
/// <param name="Change">
/// The mean relative change of the error over the seeds that are there, a fraction; null where no baseline errs.
/// </param>
internal sealed record SteeredEdge(LatticeKind Lattice, EdgeVerdict Verdict, ImmutableArray<SteeredSeed> Seeds, double? Change)
{
    /// <summary>The mean relative change over seeds; null where no baseline errs.</summary>
    /// <param name="errors">Per seed the error of the model and that of its baseline; null where a model is not there.</param>
    public static double? ChangeOf(IEnumerable<(double? With, double? Without)> errors)
    {
        double[] changes =
            [.. errors.Where(e => e is { With: not null, Without: > 0 }).Select(e => e.With!.Value / e.Without!.Value - 1)];
        // A baseline that nearly vanishes has changes beyond all numbers.
        return changes.Length == 0 ? null : Math.Min(double.MaxValue, changes.Sum(change => change / changes.Length));
    }
}
