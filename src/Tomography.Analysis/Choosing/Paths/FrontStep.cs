using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>A step from one candidate of a front to the next.</summary>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Changing">The goals' properties that change by more than the models differ about either end.</param>
/// <param name="Edges">The edges of the lattice between those.</param>
public sealed record FrontStep(Candidate From, Candidate To, ImmutableArray<PropertyName> Changing, ImmutableArray<StepEdge> Edges)
{
    /// <summary>Whether it rests on edges of the lattice.</summary>
    public StepTrust Trust => Edges.IsEmpty ? StepTrust.Unmeasured
        : Edges.Any(e => e.Verdict.Kind is VerdictKind.Harms or VerdictKind.Untrusted) ? StepTrust.Untrusted
        : Edges.Any(e => !e.Passes) ? StepTrust.Undecided
        : Edges.Any(e => e.Verdict.Kind == VerdictKind.Informs) ? StepTrust.Coherent
        : StepTrust.Apart;
}
