using System.Collections.Immutable;

namespace Tomography.Datasets;

/// <summary>Something odd about the values of a property.</summary>
/// <param name="Kind">What.</param>
/// <param name="Property">Of which property.</param>
/// <param name="Materials">Ids of the materials whose values it is, first the farthest; empty where it is about all of them.</param>
/// <param name="Message">A sentence for people: what, how far out, and which materials, five at most.</param>
public sealed record ValueFinding(ValueFindingKind Kind, PropertyName Property, ImmutableArray<string> Materials, string Message)
{
    /// <summary>Whether the values are used as they are; false where a rule clipped them or left them out.</summary>
    public bool IsUsed { get; init; } = true;
}
