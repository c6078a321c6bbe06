using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>
/// Whether a loop of measuring, training and choosing closes: the lattice is updated in part with each run, and the change along its
/// strongest cycle dies out.
/// </summary>
/// <param name="Damping">Share of the new weight in each update, above 0 to 1.</param>
/// <param name="Tolerance">Below this sum of changes along the cycle an update is at rest.</param>
/// <param name="Steps">One per run after the first.</param>
/// <param name="Converged">
/// Whether the last two updates were at rest: it stays below the tolerance. With fewer than two it is not known, and false.
/// </param>
/// <param name="Lattice">The lattice after the last update.</param>
public sealed record LoopClosure(
    double Damping,
    double Tolerance,
    ImmutableArray<LoopStep> Steps,
    bool Converged,
    EntanglementLattice Lattice)
{
    private const int StepsAtRest = 2;

    /// <summary>
    /// Follows the lattice over runs: w = (1 - damping) w before + damping w measured, for each edge that the run measured.
    /// </summary>
    /// <param name="runs">Lattices of one representation, oldest first; at least one.</param>
    /// <param name="damping">Share of the new weight.</param>
    /// <param name="tolerance">Below this sum of changes an update is at rest; above 0.</param>
    /// <exception cref="ArgumentException">There is no lattice, or a number is out of its range.</exception>
    public static LoopClosure Of(IReadOnlyList<EntanglementLattice> runs, double damping = 0.5, double tolerance = 0.05)
    {
        if (runs.Count == 0)
            throw new ArgumentException("The loop has no run.", nameof(runs));
        if (!(damping > 0 && damping <= 1))
            throw new ArgumentException($"The damping is {damping:R}; expected above 0 and up to 1.", nameof(damping));
        if (!(double.IsFinite(tolerance) && tolerance > 0))
            throw new ArgumentException($"The tolerance is {tolerance:R}; expected a number above 0.", nameof(tolerance));

        var steps = ImmutableArray.CreateBuilder<LoopStep>();
        var lattice = runs[0];
        for (var run = 1; run < runs.Count; run++)
        {
            var before = lattice;
            lattice = Updated(before, runs[run], damping);
            var cycle = StrongestCycle.Of(lattice);
            var change = cycle.Sum(edge => Math.Abs(edge.Weight - (before.Find(edge.Feature, edge.Target)?.Weight ?? 0)));
            steps.Add(new(run, [.. cycle.Select(edge => edge.Feature)], cycle.Sum(edge => edge.Weight), change));
        }

        var converged = steps.Count >= StepsAtRest && steps.TakeLast(StepsAtRest).All(step => step.Change < tolerance);
        return new(damping, tolerance, steps.ToImmutable(), converged, lattice);
    }

    /// <summary>
    /// One damped update; edges that the new run lacks keep their weight, new ones come in with the weight they have. The verdict is
    /// that of the new run.
    /// </summary>
    /// <param name="before">The lattice so far.</param>
    /// <param name="measured">The lattice of the new run.</param>
    /// <param name="damping">Share of the new weight, above 0 to 1.</param>
    public static EntanglementLattice Updated(EntanglementLattice before, EntanglementLattice measured, double damping)
    {
        var updated = measured.Edges.Select(edge =>
            before.Find(edge.Feature, edge.Target) is { } old
                ? edge with
                {
                    DampedWeight = (1 - damping) * old.Weight + damping * edge.Weight,
                }
                : edge);
        var kept = before.Edges.Where(edge =>
            measured.Find(edge.Feature, edge.Target) is null
            && measured.Nodes.Contains(edge.Feature)
            && measured.Nodes.Contains(edge.Target));
        return measured with { Edges = [.. updated, .. kept] };
    }
}
